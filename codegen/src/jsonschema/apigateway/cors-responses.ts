import { isNodeObject, type NodeObject } from "../../shapes/node.js";
import type { OperationShape } from "../../shapes/shape.js";
import type { OpenApiContext } from "../openapi/context.js";
import { objectMember } from "../openapi/unused-components.js";
import { nodeObject } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";
import { corsOf, headerSet, type Cors } from "./cors-origin.js";
import { httpTraitOf } from "../../knowledge/http-trait.js";

/** The headers of cross-origin requests in the responses of operations. */
export const corsResponses: ApiGatewayPart = {
  types: ["REST"],
  mapper: () => ({
    finishedOperation: (context, operation, object) => {
      const cors = corsOf(context.service);
      if (cors === undefined) return object;
      const isPreflight = httpTraitOf(operation)?.method.toLowerCase() === "options";
      const exposes = !isPreflight && exposedHeaders(context, operation, object, cors).length > 0;
      const names = ["Access-Control-Allow-Origin", ...(exposes ? ["Access-Control-Expose-Headers"] : [])];
      const headers = nodeObject(names.map((name) => [name, { schema: { type: "string" } }]));
      const responses = Object.entries(objectMember(object, "responses")).map(([code, response]) => {
        const known = isNodeObject(response) ? response : {};
        return [code, { ...known, headers: { ...headers, ...objectMember(known, "headers") } }] as const;
      });
      return { ...object, responses: nodeObject(responses) };
    },
  }),
};

/** The headers that pages of other origins may read: of the trait, the protocol and the responses. */
export function exposedHeaders(
  context: OpenApiContext,
  operation: OperationShape,
  object: NodeObject,
  cors: Cors,
): readonly string[] {
  return headerSet([
    ...cors.exposedHeaders,
    ...context.protocol.responseHeaders(context, operation),
    ...Object.values(objectMember(object, "responses")).flatMap((response) =>
      Object.keys(objectMember(response, "headers")),
    ),
  ]);
}
