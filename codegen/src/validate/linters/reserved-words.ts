import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { evaluate } from "../../selector/select.js";
import type { Selector } from "../../selector/selector.js";
import { isBundled, type Model } from "../../shapes/model.js";
import { nameOf } from "../../shapes/shape-id.js";
import { listOf, objectOf, selector, text } from "../configuration.js";
import { selectorFailure } from "../model/linters/selector-failure.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { createWildcardMatcher, type WildcardMatcher, wildcardProblem } from "./wildcard-matcher.js";
import { createWordBoundaryMatcher, termProblem, type WordBoundaryMatcher } from "./word-boundary-matcher.js";

const code = "ReservedWords";
const type = "software.amazon.smithy.linters.ReservedWordsValidator";

interface Reserved {
  readonly words: readonly string[];
  readonly terms: readonly string[];
  readonly selector: Selector;
  readonly reason: string;
}

const reserved = objectOf<Reserved>(`${type}$ReservedWords`, {
  words: { decoder: listOf(text), check: firstProblem(wildcardProblem), nullProblem: "a list is needed" },
  terms: { decoder: listOf(text), check: firstProblem(termProblem), nullProblem: "a list is needed" },
  selector: { decoder: selector },
  reason: { decoder: text },
});

const configuration = objectOf<{ reserved: readonly Partial<Reserved>[] }>(`${type}$Config`, {
  reserved: { decoder: listOf(reserved) },
});

function firstProblem(check: (text: string) => string | undefined): (texts: readonly string[]) => string | undefined {
  return (texts) => texts.map(check).find((problem) => problem !== undefined);
}

/** `ReservedWords`: no shape or member, or none that a selector matches, has a name that is reserved ("ReservedWords"). */
export const reservedWordsLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const lists = (decoded.value.reserved ?? []).map(({ words = [], terms = [], selector: asked, reason = "" }) => ({
    isReserved: createWildcardMatcher(words),
    terms: createWordBoundaryMatcher(terms),
    selector: asked ?? anyShape,
    reason,
  }));
  return { rule: (model) => lists.flatMap((list) => findNames(model, list)) };
};

const anyShape: Selector = { text: "*", steps: [], roots: [] };

interface ReservedList {
  readonly isReserved: WildcardMatcher;
  readonly terms: WordBoundaryMatcher;
  readonly selector: Selector;
  readonly reason: string;
}

function findNames(model: Model, { isReserved, terms, selector: asked, reason }: ReservedList): readonly Diagnostic[] {
  const { shapes, problem } = evaluate(model, asked);
  if (problem !== undefined) return [selectorFailure(code, asked, problem)];
  const findings: Diagnostic[] = [];
  for (const shape of shapes) {
    if (isBundled(model, shape.id)) continue;
    const name = shape.kind === "member" ? shape.name : nameOf(shape.id);
    if (!isReserved(name) && terms.firstMatch(name) === undefined) continue;
    findings.push(shapeFinding("DANGER", code, shape, `The word \`${name}\` is reserved. ${reason}`));
  }
  return findings;
}
