import { isNodeArray, nodeMember } from "../../shapes/node.js";
import { effectiveTraits, schemeName } from "../openapi/security.js";
import type { SecurityScheme } from "../openapi/context.js";
import { nodeObject } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";

const trait = "aws.auth#cognitoUserPools";
const authType = "cognito_user_pools";

/** `aws.auth#cognitoUserPools`. */
export const cognitoUserPools: SecurityScheme = {
  trait,
  scheme: (value) => ({
    type: "apiKey",
    description: "Amazon Cognito User Pools authentication",
    name: "Authorization",
    in: "header",
    "x-amazon-apigateway-authtype": authType,
    "x-amazon-apigateway-authorizer": { type: authType, providerARNs: nodeMember(value, "providerArns") ?? [] },
  }),
  requestHeaders: () => ["Authorization"],
};

/** `aws.auth#cognitoUserPoolsScopes`: the scopes that an operation requires, where user pools let callers in. */
export const cognitoScopes: ApiGatewayPart = {
  types: ["REST"],
  mapper: () => ({
    operation: ({ model, service }, operation, object) => {
      const scopes = operation.traits.get("aws.auth#cognitoUserPoolsScopes")?.value;
      if (!isNodeArray(scopes) || scopes.length === 0) return object;
      if (!effectiveTraits(model, service, operation).has(trait)) return object;
      const name = schemeName(trait);
      const known = nodeMember(object, "security");
      const others = (isNodeArray(known) ? known : []).filter((item) => nodeMember(item, name) === undefined);
      return { ...object, security: [...others, nodeObject([[name, scopes]])] };
    },
  }),
};
