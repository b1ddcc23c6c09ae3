import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { withReadableTraits } from "../knowledge/readable-traits.js";
import { applySeverities } from "../knowledge/severities.js";
import type { Model } from "../shapes/model.js";
import { type Differences, findDifferences } from "./differences.js";
import { evaluators } from "./evaluators.js";

/**
 * What a new version of a model changes for those who use the old one (Smithy 2.0 guides, "Evolving Models"): a finding of
 * severity ERROR or DANGER breaks them. The new model's suppressions and severity overrides apply. What validation finds in either
 * model is not repeated, and traits that cannot be read are as if they were not there.
 *
 * @param oldModel - the version that is in use
 * @param newModel - the version that would take its place
 * @returns findings in no particular order, each at the place in the new model, or in the old one where the new has none; suppressed
 * ones among them
 */
export function diffModels(oldModel: Model, newModel: Model): readonly Diagnostic[] {
  return evaluateAll(findDifferences(withReadableTraits(oldModel), withReadableTraits(newModel)));
}

function evaluateAll(differences: Differences): readonly Diagnostic[] {
  const findings = evaluators.flatMap((evaluator) => [...evaluator(differences, evaluateAll)]);
  return applySeverities(differences.newModel, findings);
}
