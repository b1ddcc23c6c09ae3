import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";
import { enumShapeRule } from "./enum-shape.js";
import { examplesTraitRule } from "./examples-trait.js";
import type { Rule } from "./rule.js";
import { applySeverities } from "./severities.js";
import { targetRule } from "./target.js";
import { traitCreationRule } from "./trait-creation.js";
import { traitValueRule } from "./trait-value.js";

/**
 * Every rule that validation runs, in phases: where one phase finds an ERROR, the rules of the later ones would only report
 * its consequences.
 */
const phases: readonly (readonly Rule[])[] = [
  [traitCreationRule],
  [targetRule],
  [traitValueRule, enumShapeRule, examplesTraitRule],
];

export interface ValidateOptions {
  /** Runs all phases, whatever the earlier ones find. */
  readonly allPhases?: boolean | undefined;
}

/**
 * Validates a loaded model (Smithy 2.0, "Model validation"): runs all rules, then applies suppressions and severity
 * overrides. A reference in the model may lead nowhere, but loading must not have reported an ERROR: what is missing from the
 * model then would be reported a second time, by rules that miss it.
 */
export function validate(model: Model, options: ValidateOptions = {}): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const rules of phases) {
    for (const rule of rules) {
      for (const finding of rule(model)) findings.push(finding);
    }
    if (options.allPhases !== true && findings.some(({ severity }) => severity === "ERROR")) break;
  }
  return applySeverities(model, findings);
}
