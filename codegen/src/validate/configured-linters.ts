import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { selectionIn } from "../selector/model-selectors.js";
import type { Model } from "../shapes/model.js";
import { namespaceOf, type ShapeId } from "../shapes/shape-id.js";
import { type LinterDefinition, readLinterDefinitions } from "./linter-definitions.js";
import { metadataProblem } from "../knowledge/metadata-problem.js";
import type { Linter, Rule, RuleModule } from "./rule.js";

/** The rules that a model's metadata asks for. */
export interface ConfiguredLinters {
  readonly rules: readonly Rule[];
  /** Definitions that are not understood, linters that do not exist, and configurations that they do not take. */
  readonly findings: readonly Diagnostic[];
}

/** Makes rules of `metadata validators` ("Validators"): linters of the modules that the model is checked with. */
export function configureLinters(model: Model, modules: readonly RuleModule[]): ConfiguredLinters {
  const { definitions, problems } = readLinterDefinitions(model);
  const findings = [...problems];
  const rules: Rule[] = [];
  for (const definition of definitions) {
    const { name, configuration } = definition;
    const linter = findLinter(modules, name);
    if (linter === undefined) {
      findings.push(unknownLinter(model, name));
      continue;
    }
    const configured = linter(configuration);
    if ("rule" in configured) rules.push(mapped(definition, configured.rule));
    else
      findings.push(
        metadataProblem(model, "validators", `Error creating \`${name}\` validator: ${configured.problem}`),
      );
  }
  return { rules, findings };
}

function findLinter(modules: readonly RuleModule[], name: string): Linter | undefined {
  for (const { linters } of modules) {
    const linter = linters?.get(name);
    if (linter !== undefined) return linter;
  }
  return undefined;
}

function unknownLinter(model: Model, name: string): Diagnostic {
  return {
    code: `UnknownValidator_${name}`,
    severity: "WARNING",
    message: `Unable to locate a validator named \`${name}\``,
    location: model.metadataLocations?.get("validators"),
  };
}

/** A linter's rule, of whose findings those are left out that the definition does not ask for, and the others take its words. */
function mapped(definition: LinterDefinition, rule: Rule): Rule {
  const { namespaces, selector } = definition;
  return function* (model, context) {
    const selection = selector === undefined ? undefined : selectionIn(model, selector);
    if (selection?.problem !== undefined) {
      yield metadataProblem(model, "validators", `The selector \`${selector}\` fails: ${selection.problem}`);
      return;
    }
    const ids = selection === undefined ? undefined : new Set(Array.from(selection.shapes, ({ id }): ShapeId => id));
    for (const finding of rule(model, context)) {
      const { shape } = finding;
      const isAskedFor =
        shape === undefined ||
        ((namespaces.length === 0 || namespaces.includes(namespaceOf(shape))) && ids?.has(shape) !== false);
      if (isAskedFor) yield rewrite(definition, finding);
    }
  };
}

function rewrite({ id, severity, message }: LinterDefinition, finding: Diagnostic): Diagnostic {
  const [, ...parts] = finding.code.split(".");
  return {
    ...finding,
    code: [id, ...parts].join("."),
    severity: severity ?? finding.severity,
    message: message === undefined ? finding.message : message.replaceAll("{super}", () => finding.message),
  };
}
