import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { withReadableTraits } from "../knowledge/readable-traits.js";
import { applySeverities } from "../knowledge/severities.js";
import type { Model } from "../shapes/model.js";
import { type Differences, findDifferences } from "./differences.js";
import { evaluators } from "./evaluators.js";

/**
 * What a new version of a model changes for those who use the old one (Smithy 2.0 guides, "Evolving models"): a finding of
 * severity ERROR or DANGER breaks them. The new model's suppressions and severity overrides apply. What validation finds in either
 * model is not repeated, and traits that cannot be read are as if they were not there.
 */
export function diffModels(oldModel: Model, newModel: Model): readonly Diagnostic[] {
  return evaluateAll(findDifferences(withReadableTraits(oldModel), withReadableTraits(newModel)));
}

function evaluateAll(differences: Differences): readonly Diagnostic[] {
  const findings = evaluators.flatMap((evaluator) => [...evaluator(differences, evaluateAll)]);
  return applySeverities(differences.newModel, findings);
}
