import { isNodeObject, nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import { objectMember } from "../openapi/unused-components.js";
import { nodeObject } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";
import { corsOf, headerSet, restOrigin } from "./cors-origin.js";
import { exposedHeaders } from "./cors-responses.js";
import { integrationKey } from "./integrations.js";

/** How integrations of API Gateway name a header of a response. */
export const headerPrefix = "method.response.header.";

/** The headers of cross-origin requests in what integrations answer. */
export const corsIntegrations: ApiGatewayPart = {
  types: ["REST"],
  mapper: (settings) => ({
    operation: (context, operation, object) => {
      const cors = corsOf(context.service);
      const integration = nodeMember(object, integrationKey);
      if (cors === undefined || !isNodeObject(integration)) return object;
      const exposed = exposedHeaders(context, operation, object, cors);
      const responses: NodeObject = { default: { statusCode: "200" }, ...objectMember(integration, "responses") };
      const updated = Object.entries(responses).map(
        ([code, response]) => [code, withHeaders(response, restOrigin(cors, settings), exposed)] as const,
      );
      return { ...object, [integrationKey]: { ...integration, responses: nodeObject(updated) } };
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
  return {
    ...known,
    responseParameters: {
      ...parameters,
      [`${headerPrefix}Access-Control-Allow-Origin`]: `'${origin}'`,
      ...(names === "" ? {} : { [`${headerPrefix}Access-Control-Expose-Headers`]: `'${names}'` }),
    },
  };
}
