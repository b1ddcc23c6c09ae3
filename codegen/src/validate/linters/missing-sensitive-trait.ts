import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex, resolveTarget, rootOf } from "../../shapes/model-index.js";
import type { Shape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { flag, listOf, objectOf, text } from "../configuration.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { createWordBoundaryMatcher, termProblem } from "./word-boundary-matcher.js";

const code = "MissingSensitiveTrait";
const sensitive = "smithy.api#sensitive";

/** Words for what is often private. */
const defaultTerms: readonly string[] = [
  ...["account number", "bank", "billing address", "birth", "birth day", "citizenship", "credentials", "credit card"],
  ...["csc", "driver license", "drivers license", "email", "ethnicity", "first name", "gender", "insurance"],
  ...["ip address", "last name", "maiden name", "mailing address", "pass phrase", "pass word", "passport", "phone"],
  ...["religion", "secret", "sexual orientation", "social security", "ssn", "tax payer", "telephone", "zip code"],
];

const configuration = objectOf<{ terms: readonly string[]; excludeDefaults: boolean }>(
  "software.amazon.smithy.linters.MissingSensitiveTraitValidator$Config",
  { terms: { decoder: listOf(text) }, excludeDefaults: { decoder: flag, nullProblem: "" } },
);

/** `MissingSensitiveTrait`: what is named like private data carries `sensitive` ("MissingSensitiveTrait"). */
export const missingSensitiveTraitLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const { terms = [], excludeDefaults = false } = decoded.value;
  if (excludeDefaults && terms.length === 0) {
    return { problem: "Cannot set 'excludeDefaults' to true and leave 'terms' unspecified." };
  }
  const problem = terms.map(termProblem).find((found) => found !== undefined);
  if (problem !== undefined) return { problem };
  const matcher = createWordBoundaryMatcher(excludeDefaults ? terms : [...terms, ...defaultTerms]);
  return { rule: (model) => findNames(model, (name) => matcher.firstMatch(name)) };
};

function* findNames(model: Model, firstTerm: (name: string) => string | undefined): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).shapes) {
    if (!mayBeMarked(model, shape)) continue;
    const isMember = shape.kind === "member";
    const term = firstTerm(isMember ? shape.name : nameOf(shape.id));
    if (term === undefined) continue;
    const subject = isMember
      ? "This member possibly contains sensitive data but neither the enclosing nor target shape are marked with the sensitive trait"
      : "This shape possibly contains sensitive data but is not marked with the sensitive trait";
    yield shapeFinding("WARNING", code, shape, `${subject} (based on the presence of '${term}')`);
  }
}

function mayBeMarked(model: Model, shape: Shape): boolean {
  if (shape.kind === "member") {
    const container = rootOf(model, shape);
    const isMarked = container?.traits.has(sensitive) || resolveTarget(model, shape)?.traits.has(sensitive);
    return isMarked !== true && container?.kind !== "enum";
  }
  if (shape.kind === "operation" || shape.kind === "service" || shape.kind === "resource") return false;
  return !shape.traits.has(sensitive);
}
