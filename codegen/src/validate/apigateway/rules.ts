import type { RuleModule } from "../rule.js";

export const apiGatewayRules: RuleModule = {
  name: "smithy-aws-apigateway-traits",
  namespaces: ["aws.apigateway"],
  rules: [],
};
