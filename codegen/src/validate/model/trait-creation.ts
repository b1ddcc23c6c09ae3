import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isBundled, type Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { AppliedTrait, Shape, Traits } from "../../shapes/shape.js";
import type { RuleContext } from "../rule.js";
import { endpointBddProblem } from "../rules-engine/endpoint-bdd-problem.js";
import { shapeFinding } from "../shape-finding.js";
import { readerOf } from "../../knowledge/trait-creation/reader-of.js";
import { traitName } from "../trait-name.js";
import { selectorTraitProblem } from "./traits/selector-trait-problem.js";

/**
 * `Model`: the value of a trait that Smithy has a class for is one that the class can be made from ("Traits", "Trait node values"). Smithy
 * reports this as a part of loading, the first problem of each trait; nothing else is checked in a model with such a trait.
 */
export function* traitCreationRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).shapes) yield* checkTraits(model, shape, shape.introducedTraits, context);
  for (const [id, traits] of model.strayTraits ?? [])
    yield* checkTraits(model, { id, location: undefined }, traits, context);
}

function* checkTraits(model: Model, shape: Target, traits: Traits, context?: RuleContext): Iterable<Diagnostic> {
  for (const trait of traits.values()) {
    if (!isBundled(model, trait.id)) continue;
    const problem = problemOf(model, shape, trait, context);
    if (problem === undefined) continue;
    const message = `Error creating trait \`${traitName(trait.id)}\`: ${problem}`;
    yield shapeFinding("ERROR", "Model", shape, message, trait);
  }
}

type Target = Pick<Shape, "id" | "location">;

function problemOf(
  model: Model,
  shape: Target,
  trait: AppliedTrait,
  context: RuleContext | undefined,
): string | undefined {
  return (
    selectorTraitProblem(model, trait) ??
    readerOf(trait.id)?.(trait.value, shape.id) ??
    endpointBddProblem(trait, context)
  );
}
