import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";
import { criticalRules, fundamentalPhases } from "./model/rules.js";
import { chooseModules } from "./modules.js";
import type { Rule, RuleContext } from "./rule.js";
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
  const modules = chooseModules(model, options.modules);
  const context: RuleContext = { modules: new Set(modules.map(({ name }) => name)) };
  const run = (rules: readonly Rule[]): void => {
    for (const rule of rules) for (const finding of rule(model, context)) findings.push(finding);
  };
  for (const phase of fundamentalPhases) {
    run(phase);
    if (hasErrors(findings)) return applySeverities(model, findings);
  }
  run(criticalRules);
  if (options.allPhases === true || !hasErrors(findings)) {
    for (const module of modules) run(module.rules);
  }
  return applySeverities(model, findings);
}

function hasErrors(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity }) => severity === "ERROR");
}
