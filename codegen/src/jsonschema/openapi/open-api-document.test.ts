import { describe, expect, it } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { bundledNamespaces } from "../../loader/bundled.js";
import type { NodeObject } from "../../shapes/node.js";
import { createSource } from "../../source/source.js";
import { openApiServiceDocument } from "./open-api-document.js";

const head = `$version: "2"
namespace a
use aws.protocols#restJson1
use aws.protocols#awsJson1_1
use aws.auth#sigv4
use smithy.openapi#specificationExtension
use smithy.protocols#rpcv2Json
`;

function convert(text: string, settings: NodeObject = {}) {
  const { model } = loadModel([createSource("m.smithy", head + text)], { modules: bundledNamespaces });
  const { document, diagnostics } = openApiServiceDocument(model, { service: "a#Z", ...settings });
  return { document: JSON.parse(JSON.stringify(document ?? null)) as unknown, diagnostics };
}

const rest = `
@title("Things") @restJson1 @sigv4(name: "z") @httpBasicAuth @tags(["one", "two"])
@externalDocumentation("user guide": "https://z.example")
service Z { version: "1", operations: [Get, Put], errors: [Failed] }
@error("client") structure Failed { @httpHeader("X-Why") why: String, detail: String }
@specificationExtension @trait structure note { text: String }
`;

const operations = `
@readonly @note(text: "n") @http(uri: "/{id}/{rest+}", method: "GET") @auth([httpBasicAuth]) @tags(["two"])
operation Get { input := {
  @required @httpLabel id: String
  @required @httpLabel rest: String
  @httpQuery("since") since: Timestamp
  @httpQuery("all") all: Times
  @httpQueryParams more: Labels
  @httpHeader("X-Date") date: Timestamp
  @mediaType("text/x") @httpHeader("X-Text") text: Coded
} output := { @jsonName("N") @required name: String } }
@examples([{ title: "T", input: { body: "x" } }])
@deprecated @idempotent @http(uri: "/x", method: "PUT", code: 201) @auth([])
operation Put { input := { @httpPayload body: Blob } }
list Times { member: Timestamp }
map Labels { key: String, value: String }
@mediaType("application/json") string Coded
`;

describe("openApiServiceDocument", () => {
  const { document, diagnostics } = convert(rest + operations.replace('@mediaType("text/x") ', ""), { tags: true });
  const schema = (type: string, format: string) => ({ type, format });

  it("describes the service", () => {
    expect(document).toMatchObject({
      openapi: "3.0.2",
      info: { title: "Things", version: "1" },
      externalDocumentation: { description: "user guide", url: "https://z.example" },
      security: [{ "smithy.api.httpBasicAuth": [] }, { "aws.auth.sigv4": [] }],
      tags: [{ name: "one" }, { name: "two" }],
    });
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["WARNING"]);
  });

  it("describes an operation by its HTTP bindings", () => {
    expect(document).toMatchObject({
      paths: {
        "/{id}/{rest+}": {
          get: {
            operationId: "Get",
            "x-a-note": { text: "n" },
            tags: ["two"],
            security: [{ "smithy.api.httpBasicAuth": [] }],
            parameters: [
              { name: "id", in: "path", required: true, schema: { type: "string" } },
              { name: "rest+", in: "path", required: true },
              { name: "since", in: "query", schema: schema("string", "date-time") },
              {
                name: "all",
                in: "query",
                style: "form",
                explode: true,
                schema: { type: "array", items: schema("string", "date-time") },
              },
              { name: "more", in: "query", style: "form", schema: { $ref: "#/components/schemas/Labels" } },
              { name: "X-Date", in: "header", schema: { type: "string" } },
              { name: "X-Text", in: "header", schema: schema("string", "byte") },
            ],
            responses: {
              200: {
                description: "Get 200 response",
                content: { "application/json": { schema: { $ref: "#/components/schemas/GetResponseContent" } } },
              },
              400: { headers: { "X-Why": { schema: { type: "string" } } } },
            },
          },
        },
      },
      components: {
        schemas: {
          GetResponseContent: { type: "object", required: ["N"], properties: { N: { type: "string" } } },
          FailedResponseContent: { type: "object", properties: { detail: { type: "string" } } },
        },
      },
    });
  });

  it("describes payloads, examples and what needs no authentication", () => {
    expect(document).toMatchObject({
      paths: {
        "/x": {
          put: {
            deprecated: true,
            security: [],
            requestBody: {
              content: {
                "application/octet-stream": {
                  schema: { $ref: "#/components/schemas/PutInputPayload" },
                  examples: { Put_example1: { summary: "T", description: "", value: "x" } },
                },
              },
            },
            responses: { 201: { description: "Put 201 response" } },
          },
        },
      },
      components: { schemas: { PutInputPayload: schema("string", "byte") } },
    });
  });

  it("changes the document as the settings say", () => {
    const changed = convert(rest + operations.replace('@mediaType("text/x") ', ""), {
      version: "3.1.0",
      removeGreedyParameterSuffix: true,
      substitutions: { Things: { "Fn::Sub": "x" } },
      jsonAdd: { "/info/contact": 1 },
      schemaDocumentExtensions: { "x-more": true },
      alphanumericOnlyRefs: true,
      keepUnusedComponents: true,
    });
    expect(changed.document).toMatchObject({
      openapi: "3.1.0",
      info: { title: { "Fn::Sub": "x" }, contact: 1 },
      "x-more": true,
      components: { schemas: { Failed: {}, PutInputPayload: { type: "string", contentEncoding: "byte" } } },
    });
  });

  it("tells errors with one status code apart", () => {
    const text = `@restJson1 service Z { operations: [O] }
@http(uri: "/", method: "POST") operation O { errors: [A, B] }
@error("client") structure A { @httpHeader("X-A") a: String, x: String }
@error("client") structure B { b: String }`;
    expect(convert(text, { onErrorStatusConflict: "oneOf" }).document).toMatchObject({
      paths: {
        "/": { post: { responses: { 400: { description: "O400Error 400 response", headers: { "X-A": {} } } } } },
      },
      components: {
        schemas: {
          A: { properties: { x: { type: "string" } } },
          O400ErrorResponseContent: { oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] },
        },
      },
    });
  });

  it("describes operations of rpcv2Json", () => {
    const text = `@rpcv2Json service Z { operations: [O] }
operation O { input := { n: BigInteger }, output := {} }`;
    expect(convert(text).document).toMatchObject({
      paths: { "/service/Z/operation/O": { post: { requestBody: { description: "Request Object" } } } },
      components: { schemas: { ORequestContent: { properties: { n: schema("string", "bigint") } } } },
    });
  });

  it.each<[string, NodeObject, string]>([
    ["service Z {}", { service: null }, "openapi is missing required property, `service`"],
    ["service Z {}", { service: "a#Q" }, "Shape `a#Q` not found in model"],
    ["structure Z {}", {}, "Shape `a#Z` is not a service shape"],
    ["service Z {}", {}, "No Smithy protocol was configured and `a#Z` does not define any protocols."],
    [
      "@restJson1 @awsJson1_1 service Z {}",
      {},
      "No Smithy protocol was configured and `a#Z` defines multiple protocols: [aws.protocols#awsJson1_1, aws.protocols#restJson1]",
    ],
    [
      "@awsJson1_1 service Z {}",
      { protocol: "aws.protocols#restJson1" },
      "Unable to find protocol `aws.protocols#restJson1` on service `a#Z`. This service supports the following protocols: [aws.protocols#awsJson1_1]",
    ],
    [
      "@awsJson1_1 service Z {}",
      {},
      "Unable to find an OpenAPI service provider for the `aws.protocols#awsJson1_1` protocol when converting `a#Z`. Protocol service providers were found for the following protocol classes: [`RestJson1Trait`, `Rpcv2JsonTrait`].",
    ],
    [
      "service Z {}",
      { "disable.Format": true },
      "Unsupported `openapi` configuration setting found: disable.Format. Add `format` to the `disableFeatures` property instead",
    ],
    [
      "service Z {}",
      { "openapi.use.x": true },
      "The `openapi.use.x` `openapi` plugin property is no longer supported. Use the `disableFeatures` property instead to disable features.",
    ],
    [
      "service Z {}",
      { jsonSchemaVersion: "draft07" },
      'Deserialization error at (/): unable to create OpenApiConfig from {"service":"a#Z","jsonSchemaVersion":"draft07"}',
    ],
    [
      `@restJson1 service Z { operations: [O] }
@http(uri: "/", method: "POST") operation O { input := { @httpPrefixHeaders("x-") m: M } } map M { key: String, value: String }`,
      {},
      "The `httpPrefixHeaders` trait is not supported by OpenAPI and was found on `a#OInput$m`",
    ],
    [
      `@restJson1 service Z { operations: [O] }
@endpoint(hostPrefix: "x.") @http(uri: "/", method: "POST") operation O {}`,
      {},
      "Encountered unsupported Smithy traits when converting to OpenAPI: (`a#O`: [`smithy.api#endpoint`]). While these traits may still be meaningful to clients and servers using the Smithy model directly, they have no direct corollary in OpenAPI and can not be included in the generated model.",
    ],
    [`@restJson1 service Z {}`, { jsonAdd: { "no/pointer": 1 } }, "JSON pointer must start with '/': no/pointer"],
  ])("refuses %s with %j", (text, settings, message) => {
    expect(convert(text, settings)).toMatchObject({ document: null, diagnostics: [{ severity: "ERROR", message }] });
  });
});
