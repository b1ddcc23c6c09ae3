import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isBundled, type Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { shapeFinding } from "../shape-finding.js";
import { readerOf } from "../trait-creation/reader-of.js";
import { traitName } from "../trait-name.js";
import { selectorTraitProblem } from "./traits/selector-trait-problem.js";

/**
 * `Model`: the value of a trait that Smithy has a class for is one that the class can be made from. Smithy reports this as a
 * part of loading, the first problem of each trait; nothing else is checked in a model with such a trait.
 */
export function* traitCreationRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).shapes) {
    for (const trait of shape.introducedTraits.values()) {
      if (!isBundled(model, trait.id)) continue;
      const problem = readerOf(trait.id)?.(trait.value, shape.id) ?? selectorTraitProblem(model, trait);
      if (problem === undefined) continue;
      const message = `Error creating trait \`${traitName(trait.id)}\`: ${problem}`;
      yield shapeFinding("ERROR", "Model", shape, message, trait);
    }
  }
}
