export { awsFunctions } from "./functions/aws-functions.js";
export { coreFunctions } from "./functions/core-functions.js";
export type { FunctionDefinition, FunctionLibrary } from "./functions/definition.js";
export { isIpAddress } from "./functions/ip-address.js";
export { checkDecisionDiagram, checkRuleSet } from "./check-rules.js";
export {
  compileDecisionDiagram,
  compileRuleSet,
  type CompileOptions,
  type EndpointResolver,
  type EndpointResult,
  type ResolvedEndpoint,
} from "./compile-rules.js";
export { describeExpression, describeMembers } from "./describe.js";
export { loadDecisionDiagram } from "./load-decision-diagram.js";
export { isAtLeast, versionText } from "./load-parameters.js";
export { loadRuleSet, type Loaded, type LoadRulesOptions } from "./load-rule-set.js";
export { awsPartitions, findPartition, type Partition, type Partitions } from "./partitions.js";
export { pointerOf, type Place, type RuleProblem } from "./place.js";
export {
  isNodeReference,
  resultOffset,
  type Call,
  type Condition,
  type DecisionDiagram,
  type EndpointTemplate,
  type Expression,
  type Literal,
  type Parameter,
  type ParameterType,
  type Reference,
  type Rule,
  type RuleSet,
  type RulesVersion,
  type Template,
} from "./syntax.js";
export { type RuleType, typeOfValue, typeText } from "./type.js";
export { equalValues, readValue, type RuleRecord, type RuleValue, valueText } from "./value.js";
