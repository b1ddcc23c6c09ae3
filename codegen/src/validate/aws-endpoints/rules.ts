import type { RuleModule } from "../rule.js";
import { awsSpecialCaseEndpointRule } from "./aws-special-case-endpoint.js";
import { ruleSetAwsBuiltInRule } from "./rule-set-aws-built-in.js";

export const awsEndpointsRules: RuleModule = {
  name: "smithy-aws-endpoints",
  namespaces: ["aws.endpoints", "smithy.rules"],
  rules: [ruleSetAwsBuiltInRule, awsSpecialCaseEndpointRule],
};
