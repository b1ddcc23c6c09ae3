import type { Model } from "../shapes/model.js";
import { namespaceOf } from "../shapes/shape-id.js";
import { apiGatewayRules } from "./apigateway/rules.js";
import { awsRules } from "./aws/rules.js";
import { awsEndpointsRules } from "./aws-endpoints/rules.js";
import { cloudFormationRules } from "./cloudformation/rules.js";
import { contractRules } from "./contracts/rules.js";
import { iamRules } from "./iam/rules.js";
import { linterRules } from "./linters/rules.js";
import { modelRules } from "./model/rules.js";
import { mqttRules } from "./mqtt/rules.js";
import { protocolTestRules } from "./protocol-tests/rules.js";
import { protocolRules } from "./protocols/rules.js";
import type { RuleModule } from "./rule.js";
import { rulesEngineRules } from "./rules-engine/rules.js";
import { smokeTestRules } from "./smoke-tests/rules.js";
import { waiterRules } from "./waiters/rules.js";

/** Every module of rules, the language's own first. */
export const ruleModules: readonly RuleModule[] = [
  modelRules,
  apiGatewayRules,
  awsRules,
  awsEndpointsRules,
  cloudFormationRules,
  contractRules,
  iamRules,
  linterRules,
  mqttRules,
  protocolTestRules,
  protocolRules,
  rulesEngineRules,
  smokeTestRules,
  waiterRules,
];

/**
 * The modules whose rules a model is checked with.
 *
 * @param names - those to use beside the language's own; by default all whose traits the model has
 */
export function chooseModules(model: Model, names: readonly string[] | undefined): readonly RuleModule[] {
  if (names !== undefined) return ruleModules.filter(({ name }) => name === modelRules.name || names.includes(name));
  const namespaces = new Set<string>();
  for (const id of model.shapes.keys()) namespaces.add(namespaceOf(id));
  return ruleModules.filter(
    (module) => module.namespaces.length === 0 || module.namespaces.some((name) => namespaces.has(name)),
  );
}
