import type { RuleModule } from "../rule.js";

export const awsEndpointsRules: RuleModule = {
  name: "smithy-aws-endpoints",
  namespaces: ["aws.endpoints", "smithy.rules"],
  rules: [],
};
