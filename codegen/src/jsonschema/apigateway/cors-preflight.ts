import { isNodeArray, isNodeObject, nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import type { OperationShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import type { OpenApiContext } from "../openapi/context.js";
import { objectMember } from "../openapi/unused-components.js";
import { compact, nodeObject } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";
import type { ApiGatewaySettings } from "./api-gateway-settings.js";
import { headerPrefix } from "./cors-integrations.js";
import { corsOf, headerSet, restOrigin, type Cors } from "./cors-origin.js";
import { integrationKey } from "./integrations.js";

/** The order in which Smithy's conversion lists methods. */
const methods = ["trace", "head", "delete", "post", "get", "options", "put", "patch"];
const success = '{"statusCode":200}';

/** An OPTIONS operation that answers preflight requests, on every path that has none. */
export const corsPreflight: ApiGatewayPart = {
  types: ["REST"],
  mapper: (settings) => ({
    pathItem: (context, path, item) => {
      const cors = corsOf(context.service);
      if (cors === undefined || nodeMember(item, "options") !== undefined) return item;
      const headers = corsHeaders(context, cors, settings, item);
      return { ...item, options: preflightOperation(context, path, item, headers) };
    },
  }),
};

function operationsOf(item: NodeObject): readonly NodeObject[] {
  return methods.map((method) => nodeMember(item, method)).filter((operation) => isNodeObject(operation));
}

function parametersOf(operation: NodeObject, place: string): readonly Node[] {
  const parameters = nodeMember(operation, "parameters");
  return (isNodeArray(parameters) ? parameters : []).filter((parameter) => nodeMember(parameter, "in") === place);
}

function corsHeaders(
  context: OpenApiContext,
  cors: Cors,
  settings: ApiGatewaySettings,
  item: NodeObject,
): Readonly<Record<string, string>> {
  const used = methods.filter((method) => nodeMember(item, method) !== undefined);
  return {
    "Access-Control-Max-Age": String(cors.maxAge),
    "Access-Control-Allow-Origin": restOrigin(cors, settings),
    "Access-Control-Allow-Methods": used.map((method) => method.toUpperCase()).join(","),
    "Access-Control-Allow-Headers": allowedHeaders(context, cors, settings, item).join(","),
  };
}

function allowedHeaders(
  context: OpenApiContext,
  cors: Cors,
  settings: ApiGatewaySettings,
  item: NodeObject,
): readonly string[] {
  const byName = operationsByName(context);
  const operations = operationsOf(item);
  return headerSet([
    ...cors.allowedHeaders,
    ...settings.additionalAllowedCorsHeaders,
    ...operations.flatMap((operation) => parametersOf(operation, "header").map(nameOfParameter)),
    ...securityHeaders(context),
    ...operations.flatMap((object) => {
      const operation = byName.get(String(nodeMember(object, "operationId")));
      return operation === undefined ? [] : context.protocol.requestHeaders(context, operation);
    }),
  ]);
}

const namedOperations = new WeakMap<OpenApiContext, ReadonlyMap<string, OperationShape>>();

function operationsByName(context: OpenApiContext): ReadonlyMap<string, OperationShape> {
  const known =
    namedOperations.get(context) ?? new Map(context.operations.map((operation) => [nameOf(operation.id), operation]));
  namedOperations.set(context, known);
  return known;
}

function nameOfParameter(parameter: Node): string {
  return String(nodeMember(parameter, "name"));
}

/** The headers that the security schemes of the service send. */
export function securityHeaders({ securitySchemes, service }: OpenApiContext): readonly string[] {
  return securitySchemes.flatMap(({ trait, requestHeaders }) =>
    requestHeaders(service.traits.get(trait)?.value ?? null),
  );
}

function preflightOperation(
  context: OpenApiContext,
  path: string,
  item: NodeObject,
  headers: Readonly<Record<string, string>>,
): NodeObject {
  const [first] = operationsOf(item);
  const parameters = first === undefined ? [] : parametersOf(first, "path");
  const header = { schema: { type: "string" } };
  return compact({
    description: "Handles CORS-preflight requests",
    operationId: operationIdOf(path),
    parameters: parameters.length === 0 ? undefined : parameters,
    responses: {
      "200": {
        description: "Canned response for CORS-preflight requests",
        headers: nodeObject(Object.keys(headers).map((name) => [name, header])),
      },
    },
    security: [],
    tags: ["CORS"],
    [integrationKey]: preflightIntegration(context, item, headers),
  });
}

/** `CorsPayloadId` for `/payload/{id}`: the words of the path, each with a capital. */
function operationIdOf(path: string): string {
  const words = `cors${path}`.toLowerCase().split(/[ {}/?&=]+/);
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .replace(/[^A-Za-z0-9_]/g, "_");
}

function preflightIntegration(
  { settings }: OpenApiContext,
  item: NodeObject,
  headers: Readonly<Record<string, string>>,
): NodeObject {
  const isSynced = settings.syncCorsPreflightIntegration;
  const operations = operationsOf(item);
  const requested = operations.flatMap((operation) =>
    Object.keys(objectMember(nodeMember(operation, integrationKey), "requestTemplates")),
  );
  const returned = operations.flatMap((operation) =>
    Object.values(objectMember(operation, "responses")).flatMap((response) =>
      Object.keys(objectMember(response, "content")),
    ),
  );
  const types = new Set(["application/json", ...(isSynced ? requested : []), ...returned]);
  const parameters = Object.entries(headers).map(([name, value]) => [headerPrefix + name, `'${value}'`] as const);
  return {
    contentHandling: "CONVERT_TO_TEXT",
    requestTemplates: nodeObject([...types].map((type) => [type, success])),
    responses: { default: { statusCode: "200", responseParameters: nodeObject(parameters) } },
    type: "mock",
    passthroughBehavior: isSynced ? "never" : "when_no_match",
  };
}
