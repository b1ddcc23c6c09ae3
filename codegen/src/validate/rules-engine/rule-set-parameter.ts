import type { Parameter } from "@tsmith/runtime/endpoints";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { clientContextParameters, operationParameters } from "../../knowledge/endpoints/context-parameters.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import type { Model } from "../../shapes/model.js";
import type { OperationShape, ServiceShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import type { RuleContext } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { collectModelParameters, type ModelParameters, reportParameter as report } from "./model-parameters.js";
import { hashOrder } from "../../shapes/hash-order.js";
import { checkTestParameters } from "./test-parameters.js";
import { eachServiceRules, findingWithin, type ServiceRules } from "./service-rules.js";

/**
 * `RuleSetParameter.ContextParam.{InconsistentType,UnsupportedType}`, `RuleSetParameter.StaticContextParams.InconsistentType`,
 * `RuleSetParameter.OperationContextParams.InconsistentType`, `RuleSetParameter.RuleSet.{TypeMismatch,UnmatchedName}`,
 * `RuleSetParameter.Operation.RequiredMissing`, `RuleSetParameter.TestCase.{RequiredMissing,TypeMismatch,Undefined,Unused}`: parameters
 * of rules, of the traits that bind them, and of endpoint tests agree ("Rules engine parameters").
 */
export function* ruleSetParameterRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const entry of eachServiceRules(model, context)) {
    const { service, rules } = entry;
    // In the order of IDs: what comes first sets the type that others are compared with.
    const operations = boundEntities(model, service).operations.toSorted(({ id: left }, { id: right }) =>
      left < right ? -1 : 1,
    );
    const { parameters, findings } = collectModelParameters(model, service, operations);
    yield* findings;
    yield* checkNames(entry, parameters);
    yield* checkRequired(model, service, rules.parameters, operations);
    yield* checkTestParameters(service, rules);
  }
}

function* checkNames({ service, rules }: ServiceRules, modelParameters: ModelParameters): Iterable<Diagnostic> {
  const matched: string[] = [];
  for (const { name, type, builtIn, place } of rules.parameters) {
    const found = modelParameters.get(name);
    if (builtIn !== undefined || found !== undefined) matched.push(name);
    if (builtIn !== undefined || found === type) continue;
    const known = hashOrder(modelParameters.keys()).join(", ");
    const finding =
      found === undefined
        ? report(
            service,
            "RuleSet.UnmatchedName",
            `Parameter \`${name}\` exists in ruleset but not in service model, existing params: ${known}`,
          )
        : report(service, "RuleSet.TypeMismatch", `Type mismatch for parameter \`${name}\``);
    yield findingWithin(finding.severity, finding.code, service, finding.message, rules.trait, place);
  }
  for (const name of modelParameters.keys()) {
    if (matched.includes(name)) continue;
    const known = hashOrder(matched).join(", ");
    const message = `Parameter \`${name}\` exists in service model but not in ruleset, existing params: [${known}]`;
    yield report(service, "RuleSet.UnmatchedName", message, rules.trait);
  }
}

/** What has to be set and no default or built-in sets, every operation binds. */
function* checkRequired(
  model: Model,
  service: ServiceShape,
  parameters: readonly Parameter[],
  operations: readonly OperationShape[],
): Iterable<Diagnostic> {
  const required = parameters.filter(
    (parameter) => parameter.isRequired && !("default" in parameter) && parameter.builtIn === undefined,
  );
  if (required.length === 0) return;
  const ofService = clientContextParameters(service).map(({ name }) => name);
  for (const operation of operations) {
    const bound = new Set([...ofService, ...operationParameters(model, operation).map(({ name }) => name)]);
    for (const { name } of required) {
      if (bound.has(name)) continue;
      const message = `Required parameter \`${name}\` is not bound by operation \`${nameOf(operation.id)}\``;
      yield shapeFinding("ERROR", "RuleSetParameter.Operation.RequiredMissing", operation, message);
    }
  }
}
