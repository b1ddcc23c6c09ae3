import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { applySeverities, readSeverityRules } from "../knowledge/severities.js";
import { isBundled, type Model } from "../shapes/model.js";
import { configureLinters } from "./configured-linters.js";
import { criticalRules, fundamentalPhases } from "./model/rules.js";
import { chooseModules } from "./modules.js";
import type { Rule, RuleContext } from "./rule.js";

/** Which rules run, and on top of which findings. */
export interface ValidateOptions {
  /** Runs all rules, whatever the critical ones find, unless references lead nowhere or a trait cannot be understood. */
  readonly allPhases?: boolean | undefined;
  /**
   * The modules of rules to run beside those of the language itself, by the names that Smithy publishes them under
   * (`smithy-aws-traits`, `smithy-linters`, …). By default all whose traits the model has.
   */
  readonly modules?: readonly string[] | undefined;
  /** What loading found: the result begins with it, suppressions and severity overrides applied. */
  readonly found?: readonly Diagnostic[] | undefined;
}

/**
 * Validates a loaded model (Smithy 2.0, "Model validation"): runs all rules and the linters that its metadata asks for, then
 * applies suppressions and severity overrides. A reference in the model may lead nowhere. After an ERROR of loading only the
 * values of traits are read: what is missing from the model then would be reported a second time, by rules that miss it.
 *
 * @param options - `found` should be what `loadModel` told of the model; without it the model is taken to be loaded without errors
 * @returns what was found before, then what rules find, suppressed findings included, with Smithy's event IDs as codes. Never throws.
 */
export function validate(model: Model, options: ValidateOptions = {}): readonly Diagnostic[] {
  const modules = chooseModules(model, options.modules);
  const context: RuleContext = { modules: new Set(modules.map(({ name }) => name)) };
  const findings = [...(options.found ?? [])];
  const run = (rules: readonly Rule[]): void => {
    for (const rule of rules)
      for (const finding of rule(model, context)) if (isReported(model, finding)) findings.push(finding);
  };
  const [creation = [], ...fundamental] = fundamentalPhases;
  run(creation);
  if (hasErrors(findings)) return findings;
  const severityRules = readSeverityRules(model);
  const linters = configureLinters(model, modules);
  findings.push(...severityRules.problems, ...linters.findings);
  const others = [...modules.flatMap(({ rules }) => rules), ...linters.rules];
  for (const phase of [...fundamental, criticalRules, others]) {
    run(phase);
    const goesOn = options.allPhases === true && phase === criticalRules;
    if (!goesOn && hasErrors(findings)) break;
  }
  return applySeverities(model, findings, severityRules);
}

/** Of bundled shapes only errors are reported: nobody can mend what is found in them. */
function isReported(model: Model, { severity, shape }: Diagnostic): boolean {
  return severity === "ERROR" || shape === undefined || !isBundled(model, shape);
}

function hasErrors(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity }) => severity === "ERROR");
}
