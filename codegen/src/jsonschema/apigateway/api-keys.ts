import { objectMember } from "../openapi/unused-components.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";
import { withRequirement } from "./authorizers.js";

const requiresKey = "aws.apigateway#apiKeyRequired";
const scheme = "api_key";

/** `aws.apigateway#apiKeyRequired`: the operation requires the API key of a usage plan, which REST APIs know. */
export const apiKeys: ApiGatewayPart = {
  types: ["REST"],
  mapper: () => ({
    operation: (_, operation, object) =>
      operation.traits.has(requiresKey) ? withRequirement(object, { [scheme]: [] }) : object,
    document: ({ operations }, document) => {
      if (!operations.some(({ traits }) => traits.has(requiresKey))) return document;
      const components = objectMember(document, "components");
      const securitySchemes = {
        [scheme]: { type: "apiKey", name: "x-api-key", in: "header" },
        ...objectMember(components, "securitySchemes"),
      };
      return { ...document, components: { ...components, securitySchemes } };
    },
  }),
};
