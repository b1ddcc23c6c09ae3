import { isNodeArray, isNodeObject, type Node, type NodeObject } from "../../shapes/node.js";
import { nodeObject } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";

/** Where AWS CloudFormation may have something to fill in. A star stands for any key or index. */
const places = [
  "components/securitySchemes/*/x-amazon-apigateway-authorizer/providerARNs/*",
  "components/securitySchemes/*/x-amazon-apigateway-authorizer/authorizerCredentials",
  "components/securitySchemes/*/x-amazon-apigateway-authorizer/authorizerUri",
  "paths/*/*/x-amazon-apigateway-integration/connectionId",
  "paths/*/*/x-amazon-apigateway-integration/credentials",
  "paths/*/*/x-amazon-apigateway-integration/integrationTarget",
  "paths/*/*/x-amazon-apigateway-integration/uri",
  "x-amazon-apigateway-endpoint-configuration/vpcEndpointIds/*",
].map((place) => place.split("/"));

/** Lets CloudFormation fill in the variables of a template: a text with `${…}` becomes a call of `Fn::Sub`. */
export const cloudFormationSubstitution: ApiGatewayPart = {
  types: ["REST", "HTTP"],
  mapper: ({ disableCloudFormationSubstitution }) => {
    if (disableCloudFormationSubstitution) return {};
    return { finishedDocument: (_, document) => substituteMembers(document, places) };
  },
};

/** @param rests - what is left of the places that lead to this node */
function substituteIn(node: Node, rests: readonly (readonly string[])[]): Node {
  if (rests.length === 0) return node;
  if (typeof node === "string") {
    return /\$\{.+\}/.test(node) && rests.some((rest) => rest.length === 0) ? { "Fn::Sub": node } : node;
  }
  if (isNodeArray(node)) return node.map((item, index) => substituteIn(item, below(rests, String(index))));
  return isNodeObject(node) ? substituteMembers(node, rests) : node;
}

function substituteMembers(object: NodeObject, rests: readonly (readonly string[])[]): NodeObject {
  return nodeObject(Object.entries(object).map(([key, value]) => [key, substituteIn(value, below(rests, key))]));
}

function below(rests: readonly (readonly string[])[], key: string): readonly (readonly string[])[] {
  return rests.filter(([first]) => first === key || first === "*").map((rest) => rest.slice(1));
}
