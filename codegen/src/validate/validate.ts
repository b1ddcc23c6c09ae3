import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";
import { criticalRules, fundamentalPhases } from "./model/rules.js";
import { chooseModules } from "./modules.js";
import type { Rule } from "./rule.js";
import { applySeverities } from "../knowledge/severities.js";

export interface ValidateOptions {
  /** Runs all rules, whatever the critical ones find, unless references lead nowhere or a trait cannot be understood. */
  readonly allPhases?: boolean | undefined;
  /**
   * The modules of rules to run beside those of the language itself, by the names that Smithy publishes them under
   * (`smithy-aws-traits`, `smithy-linters`, …). By default all whose traits the model has.
   */
  readonly modules?: readonly string[] | undefined;
}

/**
 * Validates a loaded model (Smithy 2.0, "Model validation"): runs all rules, then applies suppressions and severity
 * overrides. A reference in the model may lead nowhere, but loading must not have reported an ERROR: what is missing from the
 * model then would be reported a second time, by rules that miss it.
 */
export function validate(model: Model, options: ValidateOptions = {}): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const phase of fundamentalPhases) {
    run(model, phase, findings);
    if (hasErrors(findings)) return applySeverities(model, findings);
  }
  run(model, criticalRules, findings);
  if (options.allPhases === true || !hasErrors(findings)) {
    for (const module of chooseModules(model, options.modules)) run(model, module.rules, findings);
  }
  return applySeverities(model, findings);
}

function run(model: Model, rules: readonly Rule[], findings: Diagnostic[]): void {
  for (const rule of rules) for (const finding of rule(model)) findings.push(finding);
}

function hasErrors(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity }) => severity === "ERROR");
}
