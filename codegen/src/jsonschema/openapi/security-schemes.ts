import { nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import { compact } from "../schema/schema.js";
import type { SecurityScheme } from "./context.js";

/** The authentication traits that OpenAPI can express, in the order in which requirements are written. */
export const securitySchemes: readonly SecurityScheme[] = [
  httpScheme("smithy.api#httpBasicAuth", "Basic"),
  httpScheme("smithy.api#httpBearerAuth", "Bearer"),
  httpScheme("smithy.api#httpDigestAuth", "Digest"),
  {
    trait: "aws.auth#sigv4",
    scheme: () => ({
      type: "apiKey",
      description: "AWS Signature Version 4 authentication",
      name: "Authorization",
      in: "header",
      "x-amazon-apigateway-authtype": "awsSigv4",
    }),
    requestHeaders: () => [
      "Authorization",
      "Date",
      "Host",
      "X-Amz-Content-Sha256",
      "X-Amz-Date",
      "X-Amz-Target",
      "X-Amz-Security-Token",
    ],
  },
  {
    trait: "smithy.api#httpApiKeyAuth",
    scheme: apiKeyScheme,
    requestHeaders: (value) => {
      const name = nodeMember(value, "name");
      return typeof name === "string" ? [name] : [];
    },
  },
];

function httpScheme(trait: string, scheme: string): SecurityScheme {
  return {
    trait,
    scheme: () => ({ type: "http", scheme, description: `HTTP ${scheme} authentication` }),
    requestHeaders: () => [],
  };
}

function apiKeyScheme(value: Node): NodeObject {
  const name = nodeMember(value, "name") ?? "";
  const place = nodeMember(value, "in") ?? "header";
  const scheme = nodeMember(value, "scheme");
  const where = place === "query" ? " query string parameter" : String(place);
  return compact({
    type: scheme === undefined ? "apiKey" : "http",
    scheme,
    name,
    in: place,
    description: `API key authentication via the '${String(name)}' ${where}`,
  });
}
