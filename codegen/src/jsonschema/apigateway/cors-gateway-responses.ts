import { isNodeObject, nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import { objectMember } from "../openapi/unused-components.js";
import { nodeObject } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";
import { corsOf, headerSet, restOrigin } from "./cors-origin.js";

const key = "x-amazon-apigateway-gateway-responses";
const headerPrefix = "gatewayresponse.header.";
const defaultResponse: NodeObject = {
  responseTemplates: { "application/json": '{"message":$context.error.messageString}' },
};
const defaultResponses: NodeObject = { DEFAULT_4XX: defaultResponse, DEFAULT_5XX: defaultResponse };

/** The headers of cross-origin requests in what the gateway itself answers. Headers that a response has are left to it. */
export const corsGatewayResponses: ApiGatewayPart = {
  types: ["REST"],
  mapper: (settings) => ({
    document: ({ service }, document) => {
      const cors = corsOf(service);
      if (cors === undefined) return document;
      const known = nodeMember(document, key);
      const responses = Object.entries(isNodeObject(known) ? known : defaultResponses);
      const origin = restOrigin(cors, settings);
      const updated = responses.map(
        ([name, response]) => [name, withHeaders(response, origin, cors.exposedHeaders)] as const,
      );
      return { ...document, [key]: nodeObject(updated) };
    },
  }),
};

function withHeaders(response: Node, origin: string, exposed: readonly string[]): NodeObject {
  const known = isNodeObject(response) ? response : {};
  const parameters = objectMember(known, "responseParameters");
  const returned = Object.keys(parameters)
    .filter((name) => name.startsWith(headerPrefix))
    .map((name) => name.slice(headerPrefix.length));
  const names = headerSet([...exposed, ...returned]).join(",");
  const responseParameters = {
    [`${headerPrefix}Access-Control-Allow-Origin`]: `'${origin}'`,
    ...(names === "" ? {} : { [`${headerPrefix}Access-Control-Expose-Headers`]: `'${names}'` }),
    ...parameters,
  };
  return { ...known, responseParameters };
}
