import { isNodeArray, isNodeObject, nodeMember, type NodeObject } from "../../shapes/node.js";
import type { OpenApiContext } from "../openapi/context.js";
import { objectMember } from "../openapi/unused-components.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";
import { corsOf, type Cors } from "./cors-origin.js";
import { securityHeaders } from "./cors-preflight.js";

const key = "x-amazon-apigateway-cors";

/** HTTP APIs answer cross-origin requests themselves, and know several origins. */
export const corsHttp: ApiGatewayPart = {
  types: ["HTTP"],
  mapper: () => ({
    document: (context, document) => {
      const cors = corsOf(context.service);
      if (cors === undefined || isNodeObject(nodeMember(document, key))) return document;
      const origins = Object.values(cors.origins);
      const object = {
        allowOrigins: origins.length === 0 ? [cors.origin] : origins,
        maxAge: cors.maxAge,
        allowMethods: ["*"],
        exposeHeaders: exposedHeaders(context, document, cors),
        allowHeaders: allowedHeaders(context, document, cors),
      };
      return { ...document, [key]: object };
    },
  }),
};

/** Every header, unless the trait names some: then also those of the protocol and the operations. */
function exposedHeaders(context: OpenApiContext, document: NodeObject, cors: Cors): readonly string[] {
  if (cors.exposedHeaders.length === 0) return ["*"];
  const responses = operationsIn(document).flatMap((operation) => Object.values(objectMember(operation, "responses")));
  return sortedSet([
    ...cors.exposedHeaders,
    ...context.operations.flatMap((operation) => context.protocol.responseHeaders(context, operation)),
    ...responses.flatMap((response) => Object.keys(objectMember(response, "headers"))),
  ]);
}

function allowedHeaders(context: OpenApiContext, document: NodeObject, cors: Cors): readonly string[] {
  if (cors.allowedHeaders.length === 0) return ["*"];
  const parameters = operationsIn(document).flatMap((operation) => {
    const list = nodeMember(operation, "parameters");
    return isNodeArray(list) ? list.filter((parameter) => nodeMember(parameter, "in") === "header") : [];
  });
  return sortedSet([
    ...cors.allowedHeaders,
    ...securityHeaders(context),
    ...context.operations.flatMap((operation) => context.protocol.requestHeaders(context, operation)),
    ...parameters.map((parameter) => String(nodeMember(parameter, "name"))),
  ]);
}

function operationsIn(document: NodeObject): readonly NodeObject[] {
  const items = Object.values(objectMember(document, "paths"));
  return items.flatMap((item) => (isNodeObject(item) ? Object.values(item) : [])).filter((part) => isNodeObject(part));
}

function sortedSet(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}
