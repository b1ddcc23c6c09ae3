import type { RuleModule } from "../rule.js";
import { authorizersTraitRule } from "./authorizers-trait.js";
import { endpointConfigurationRule } from "./endpoint-configuration.js";
import { gatewayResponsesCorsRule } from "./gateway-responses-cors.js";

/** The rules for what configures Amazon API Gateway. */
export const apiGatewayRules: RuleModule = {
  name: "smithy-aws-apigateway-traits",
  namespaces: ["aws.apigateway"],
  rules: [authorizersTraitRule, endpointConfigurationRule, gatewayResponsesCorsRule],
};
