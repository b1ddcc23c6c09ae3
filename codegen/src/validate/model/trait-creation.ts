import { conditionsProblem, conditionsTrait } from "../../knowledge/conditions.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isBundled, type Model } from "../../shapes/model.js";
import type { AppliedTrait, Shape } from "../../shapes/shape.js";
import { nodeText } from "../node/node-text.js";
import { ownTraits } from "../own-traits.js";
import { traitFindings } from "../trait-findings.js";
import { httpTraitProblem } from "./http/http-trait-problem.js";
import { traitName } from "../trait-name.js";
import { selectorTraitProblem } from "./traits/selector-trait-problem.js";

/**
 * The value of a bundled trait is one that the trait can be made from: of the right type, with all required members. Smithy
 * reports this as a part of loading, one problem a trait; nothing else is checked in a model with such a trait.
 */
export function* traitCreationRule(model: Model): Iterable<Diagnostic> {
  for (const { shape, trait } of ownTraits(model)) {
    const problem = isBundled(model, trait.id) ? problemOf(model, trait) : undefined;
    if (problem !== undefined) yield creationError(shape, trait, problem);
  }
}

function problemOf(model: Model, trait: AppliedTrait): string | undefined {
  const { id, value } = trait;
  const findings = traitFindings(model, trait);
  const problem = findings.find(({ creationProblem }) => creationProblem !== undefined)?.creationProblem;
  if (problem !== undefined) return problem;
  if (id === conditionsTrait) return conditionsProblem(value);
  if (id === "smithy.api#error" && findings.length > 0) {
    return `error trait must be set to client or server, found \`${nodeText(value)}\``;
  }
  return httpTraitProblem(trait) ?? selectorTraitProblem(model, trait);
}

function creationError(shape: Shape, { id, location }: AppliedTrait, problem: string): Diagnostic {
  const message = `Error creating trait \`${traitName(id)}\`: ${problem}`;
  return { code: "Model", severity: "ERROR", message, shape: shape.id, location: location ?? shape.location };
}
