import { inheritedTraits } from "../../knowledge/inherited-trait.js";
import { isNodeArray, isNodeObject, nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import type { OpenApiContext } from "../openapi/context.js";
import { objectMember } from "../openapi/unused-components.js";
import { schemeName } from "../openapi/security.js";
import { compact, nodeObject, unlessEmpty } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";

/** `aws.apigateway#authorizers` and `#authorizer`: security schemes by the names of authorizers. */
export const authorizers: ApiGatewayPart = {
  types: ["REST", "HTTP"],
  mapper: () => ({
    security: (context, shape, name) => {
      const isScheme = context.securitySchemes.some(({ trait }) => schemeName(trait) === name);
      return isScheme ? (authorizerOf(context, shape) ?? name) : name;
    },
    operation: (context, operation, object) => {
      const name = authorizerOf(context, operation);
      if (name === undefined) return object;
      const isInherited = name === authorizerOf(context, context.service);
      return isInherited && !usesApiKeys(context, name) ? object : withRequirement(object, nodeObject([[name, []]]));
    },
    document: (context, document) => {
      const schemes = authorizerSchemes(context);
      const components = objectMember(document, "components");
      const securitySchemes = { ...objectMember(components, "securitySchemes"), ...schemes };
      return { ...document, components: { ...components, securitySchemes } };
    },
  }),
};

/** The operation with one more requirement that lets callers in. */
export function withRequirement(operation: NodeObject, requirement: NodeObject): NodeObject {
  const security = nodeMember(operation, "security");
  return { ...operation, security: [...(isNodeArray(security) ? security : []), requirement] };
}

function authorizerOf({ model, service }: OpenApiContext, shape: Shape): string | undefined {
  const name = inheritedTraits(model, service, ["aws.apigateway#authorizer"]).get(shape.id)?.value;
  return typeof name === "string" ? name : undefined;
}

function definitionsOf({ service }: OpenApiContext): NodeObject {
  const definitions = service.traits.get("aws.apigateway#authorizers")?.value;
  return isNodeObject(definitions) ? definitions : {};
}

/** API keys of the gateway's own must be required by each operation, though the service requires them. */
function usesApiKeys(context: OpenApiContext, name: string): boolean {
  const definition = nodeMember(definitionsOf(context), name);
  return (
    nodeMember(definition, "scheme") === "smithy.api#httpApiKeyAuth" &&
    nodeMember(definition, "type") === undefined &&
    nodeMember(definition, "customAuthType") === undefined
  );
}

function authorizerSchemes(context: OpenApiContext): NodeObject {
  return nodeObject(
    Object.entries(definitionsOf(context)).flatMap(([name, definition]): readonly (readonly [string, Node])[] => {
      const id = nodeMember(definition, "scheme");
      const scheme = context.securitySchemes.find(({ trait }) => trait === id);
      if (scheme === undefined) return [];
      const object = scheme.scheme(context.service.traits.get(scheme.trait)?.value ?? null);
      return [[name, { ...object, ...authorizerExtensions(definition) }]];
    }),
  );
}

function authorizerExtensions(definition: Node): NodeObject {
  const member = (key: string): Node | undefined => nodeMember(definition, key);
  const defaultType = member("scheme") === "aws.auth#sigv4" ? "awsSigv4" : "custom";
  const authType = member("customAuthType") ?? (member("type") === undefined ? undefined : defaultType);
  const authorizer = compact({
    type: member("type"),
    authorizerUri: member("uri"),
    authorizerCredentials: member("credentials"),
    identityValidationExpression: member("identityValidationExpression"),
    identitySource: member("identitySource"),
    authorizerResultTtlInSeconds: member("resultTtlInSeconds"),
    authorizerPayloadFormatVersion: member("authorizerPayloadFormatVersion"),
    enableSimpleResponses: member("enableSimpleResponses"),
  });
  return compact({
    "x-amazon-apigateway-authtype": authType,
    "x-amazon-apigateway-authorizer": unlessEmpty(authorizer),
  });
}
