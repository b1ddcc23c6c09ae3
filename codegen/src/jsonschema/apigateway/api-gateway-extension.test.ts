import { describe, expect, it } from "vitest";
import { bundledNamespaces } from "../../loader/bundled.js";
import { loadModel } from "../../loader/load-model.js";
import type { NodeObject } from "../../shapes/node.js";
import { createSource } from "../../source/source.js";
import { openApiServiceDocument } from "../openapi/open-api-document.js";
import { apiGatewayExtension } from "./api-gateway-extension.js";

const head = `$version: "2"
namespace a
use aws.protocols#restJson1
use aws.auth#sigv4
use aws.auth#cognitoUserPools
use aws.auth#cognitoUserPoolsScopes
use aws.apigateway#apiKeyRequired
use aws.apigateway#apiTlsPolicy
use aws.apigateway#authorizer
use aws.apigateway#authorizers
use aws.apigateway#endpointConfiguration
use aws.apigateway#gatewayResponses
use aws.apigateway#integration
use aws.apigateway#minimumCompressionSize
use aws.apigateway#mockIntegration
use aws.apigateway#requestValidator
@restJson1
`;

function convert(text: string, settings: NodeObject = {}) {
  const { model } = loadModel([createSource("m.smithy", head + text)], { modules: bundledNamespaces });
  const { document, diagnostics } = openApiServiceDocument(model, { service: "a#Z", ...settings }, apiGatewayExtension);
  return { document: JSON.parse(JSON.stringify(document ?? null)) as unknown, diagnostics };
}

const operation = `service Z { operations: [O] }
@http(uri: "/x/{id}", method: "POST") operation O { input := { @required @httpLabel id: String, @httpHeader("X-In") in: String } output := { @httpHeader("X-Out") out: String } }`;

const integration = `@integration(type: "http", uri: "arn:\${r}:{serviceName}/{operationName}", httpMethod: "POST", passThroughBehavior: "never")
`;
const inOperation = (object: unknown) => ({ paths: { "/x/{id}": { post: object } } });

describe("apiGatewayExtension", () => {
  it.each<[string, string, NodeObject, object]>([
    [
      "integrations, with substitutions of CloudFormation",
      integration + operation,
      {},
      inOperation({
        "x-amazon-apigateway-integration": {
          type: "http",
          uri: { "Fn::Sub": "arn:${r}:Z/O" },
          passthroughBehavior: "never",
        },
      }),
    ],
    [
      "mock integrations",
      `@mockIntegration(passThroughBehavior: "never")\n${operation}`,
      { apiGatewayType: "HTTP" },
      inOperation({ "x-amazon-apigateway-integration": { type: "mock", passthroughBehavior: "never" } }),
    ],
    [
      "request validators",
      `@requestValidator("full")\n${operation}`,
      {},
      {
        "x-amazon-apigateway-request-validator": "full",
        "x-amazon-apigateway-request-validators": {
          full: { validateRequestParameters: true, validateRequestBody: true },
        },
      },
    ],
    [
      "authorizers",
      `@sigv4(name: "z") @authorizer("mine") @authorizers(mine: { scheme: sigv4, type: "token", uri: "arn:x" })\n${operation}`,
      {},
      {
        security: [{ mine: [] }],
        components: {
          securitySchemes: {
            mine: {
              type: "apiKey",
              "x-amazon-apigateway-authtype": "awsSigv4",
              "x-amazon-apigateway-authorizer": { type: "token", authorizerUri: "arn:x" },
            },
          },
        },
      },
    ],
    [
      "scopes of user pools",
      `@cognitoUserPools(providerArns: ["arn"])\n${operation.replace("@http", '@cognitoUserPoolsScopes(["email"]) @http')}`,
      {},
      inOperation({ security: [{ "aws.auth.cognitoUserPools": ["email"] }] }),
    ],
    [
      "API keys",
      operation.replace("@http", "@apiKeyRequired @http"),
      {},
      {
        ...inOperation({ security: [{ api_key: [] }] }),
        components: { securitySchemes: { api_key: { in: "header" } } },
      },
    ],
    [
      "settings of the service",
      `@minimumCompressionSize(5) @apiTlsPolicy(securityPolicy: "TLS_1_2") @endpointConfiguration(types: ["PRIVATE"], vpcEndpointIds: ["\${Id}"])\n${operation}`,
      {},
      {
        "x-amazon-apigateway-minimum-compression-size": 5,
        "x-amazon-apigateway-security-policy": "TLS_1_2",
        "x-amazon-apigateway-endpoint-configuration": { vpcEndpointIds: [{ "Fn::Sub": "${Id}" }] },
      },
    ],
    [
      "cross-origin requests of HTTP APIs",
      `@cors(additionalAllowedHeaders: ["X-Mine"])\n${operation}`,
      { apiGatewayType: "HTTP" },
      {
        "x-amazon-apigateway-cors": {
          allowOrigins: ["*"],
          maxAge: 600,
          exposeHeaders: ["*"],
          allowHeaders: [
            "Amz-Sdk-Invocation-Id",
            "Amz-Sdk-Request",
            "X-Amz-User-Agent",
            "X-Amzn-Trace-Id",
            "X-In",
            "X-Mine",
          ],
        },
      },
    ],
  ])("%s", (_, text, settings, expected) => {
    const { document, diagnostics } = convert(text, settings);
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject(expected);
  });

  it("lets pages of other origins call REST APIs", () => {
    const { document } = convert(`@cors(origins: { prod: "https://x" })\n${integration}${operation}`, {
      corsOriginKey: "prod",
      additionalAllowedCorsHeaders: ["X-More"],
    });
    const allowed = "'Amz-Sdk-Invocation-Id,Amz-Sdk-Request,X-Amz-User-Agent,X-Amzn-Trace-Id,X-In,X-More'";
    expect(document).toMatchObject({
      paths: {
        "/x/{id}": {
          post: { responses: { 200: { headers: { "Access-Control-Allow-Origin": {}, "X-Out": {} } } } },
          options: {
            operationId: "CorsXId",
            parameters: [{ name: "id", in: "path" }],
            "x-amazon-apigateway-integration": {
              responses: {
                default: {
                  responseParameters: {
                    "method.response.header.Access-Control-Allow-Headers": allowed,
                    "method.response.header.Access-Control-Allow-Methods": "'POST'",
                  },
                },
              },
            },
          },
        },
      },
      "x-amazon-apigateway-gateway-responses": {
        DEFAULT_4XX: { responseParameters: { "gatewayresponse.header.Access-Control-Allow-Origin": "'https://x'" } },
      },
    });
  });

  it("leaves the document alone where it is disabled", () => {
    const { document } = convert(`@cors()\n${integration}${operation}`, { apiGatewayType: "DISABLED" });
    expect(JSON.stringify(document)).not.toContain("amazon");
  });

  it.each<[string, NodeObject, string]>([
    ["", { apiGatewayType: "x" }, 'unable to create ApiType from "x"'],
    [integration, { apiGatewayType: "HTTP" }, "a 'payloadFormatVersion' must be set"],
    ['@cors(origins: { a: "x" })\n', {}, "The `corsOriginKey` setting is required"],
    [
      '@cors(origins: { a: "x" })\n',
      { corsOriginKey: "b" },
      "Cors key `b` not found in the `@cors` trait `origins` map. Available keys: [`a`]",
    ],
  ])("refuses %s with %j", (traits, settings, message) => {
    const { document, diagnostics } = convert(traits + operation, settings);
    expect(document).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([expect.stringContaining(message)]);
  });
});
