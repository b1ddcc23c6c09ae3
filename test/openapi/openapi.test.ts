import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { emitOpenApi } from "../../codegen/src/emitters/openapi/emit-openapi.js";
import { generate } from "../support/generated-package.js";
import { referenceModel } from "../support/pages.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";
import { hostileModel } from "../docs/hostile-model.js";

const everyKind = `$version: "2.0"
namespace test.openapi
use aws.auth#sigv4
use aws.protocols#awsJson1_0

@sigv4(name: "everything")
@awsJson1_0
@title("Everything")
@externalDocumentation(guide: "https://example.com/guide")
service Everything { version: "1", operations: [Do, Nothing, Anyone], errors: [Busy] }

@optionalAuth
operation Anyone {}

@examples([
    { title: "It works", input: { name: "a", when: "1970-01-01T00:00:01.5Z" }, output: { name: "a", children: [{ name: "b" }] } }
    { title: "It fails", input: { name: "b" }, error: { shapeId: Busy, content: { message: "later" } } }
])
@deprecated
operation Do { input: Tree, output: Tree, errors: [Lost] }

@auth([])
operation Nothing {}

structure Tree {
    @required
    @length(max: 3)
    name: Name
    @default(true)
    flag: PrimitiveBoolean
    children: Trees
    byName: TreeMap
    choice: Choice
    secret: Secret
    sparse: Sparse
    document: Document
    when: Timestamp
    @timestampFormat("date-time")
    since: Timestamp
    @range(min: 1, max: 9)
    small: Byte
    big: BigInteger
    exact: BigDecimal
    real: Double
    @length(min: 1, max: 4)
    data: Blob
    kind: Kind
    level: Level
    unique: Unique
}
@pattern("^[a-z]+$")
@length(min: 1, max: 10)
string Name
list Trees { member: Tree }
@length(max: 5)
map TreeMap { key: Name, value: Tree }
union Choice { one: Tree, none: Unit, text: String }
@sensitive
string Secret
@sparse
list Sparse { member: String }
@uniqueItems
list Unique { member: Kind }
enum Kind { A }
intEnum Level {
    LOW = 1
}

@error("server")
structure Busy { message: String }
@error("client")
@httpError(404)
structure Lost { @required message: String }
`;

interface Document {
  readonly paths: Readonly<Record<string, { readonly post: PostObject }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface PostObject {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly deprecated?: boolean;
  readonly requestBody: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

type Content = Readonly<
  Record<string, { readonly schema: object; readonly examples?: Readonly<Record<string, { readonly value: unknown }>> }>
>;

function documentOf(model: string): Document {
  const { files, diagnostics } = generate(model, [emitOpenApi]);
  expect(diagnostics).toEqual([]);
  const [json, types] = files;
  if (json?.kind !== "json" || types?.kind !== "openapi-types")
    throw new Error("openapi.json and its types are expected");
  expect(types.document).toBe(json.value);
  return JSON.parse(JSON.stringify(json.value)) as Document;
}

const models = new Map<string, () => string>([
  ["the reference model", referenceModel],
  ["every kind of shape", () => everyKind],
  ["hostile texts", hostileModel],
]);
if (hasSharedData()) {
  models.set("the whole ECR model", () => readFileSync(sharedData("smithy/models-aws/ecr.json"), "utf8"));
}
const cases = [...models].map(([name, read]) => ({ name, document: documentOf(read()) }));

test.each(cases)("the document is valid OpenAPI 3.1: $name", async ({ document }) => {
  const result = await new Validator().validate({ ...structuredClone(document) });
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

test.each(cases.filter(({ name }) => name !== "hostile texts"))(
  "every schema compiles and every documented example fits its schema: $name",
  ({ document }) => {
    const ajv = new Ajv2020({ strict: false, formats: { int32: true, int64: true, float: true, double: true } });
    for (const format of ["epoch-seconds", "date-time", "http-date"]) ajv.addFormat(format, true);
    ajv.addSchema(document, "document");
    const check = (content: Content): void => {
      for (const { schema, examples } of Object.values(content)) {
        const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object);
        for (const { value } of Object.values(examples ?? {})) {
          validate(value);
          expect(validate.errors ?? []).toEqual([]);
        }
      }
    };
    for (const { post } of Object.values(document.paths)) {
      check(post.requestBody.content);
      for (const response of Object.values(post.responses)) check(response.content);
    }
  },
);

test("an operation is a path with its target, its errors stand under their status", () => {
  const document = documentOf(referenceModel());
  const path = "/#X-Amz-Target=AmazonEC2ContainerRegistry_V20150921.BatchCheckLayerAvailability";
  expect(Object.keys(document.paths)).toEqual([path]);
  const post = document.paths[path]?.post;
  expect(post?.operationId).toBe("BatchCheckLayerAvailability");
  expect(Object.keys(post?.responses ?? {})).toEqual(["200", "400", "500"]);
  expect(post?.responses["400"]?.content["application/x-amz-json-1.1"]?.schema).toEqual({
    anyOf: [
      { $ref: "#/components/schemas/InvalidParameterException" },
      { $ref: "#/components/schemas/RepositoryNotFoundException" },
    ],
  });
  expect(Object.values(post?.requestBody.content["application/x-amz-json-1.1"]?.examples ?? {})).toMatchObject([
    { value: { repositoryName: "amazonlinux" } },
  ]);
});

test("every constraint reaches the schema", () => {
  const { components, paths } = documentOf(everyKind);
  const tree = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  expect(components.schemas["Tree"]).toEqual({
    type: "object",
    properties: {
      name: { type: "string", maxLength: 3, pattern: "^[a-z]+$" },
      flag: { type: "boolean", default: true },
      children: { type: "array", items: tree("Tree") },
      byName: {
        type: "object",
        propertyNames: { type: "string", minLength: 1, maxLength: 10, pattern: "^[a-z]+$" },
        additionalProperties: tree("Tree"),
        maxProperties: 5,
      },
      choice: tree("Choice"),
      secret: { type: "string", "x-sensitive": true },
      sparse: { type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } },
      document: {},
      when: { type: "number", format: "epoch-seconds" },
      since: { type: "string", format: "date-time" },
      small: { type: "integer", minimum: 1, maximum: 9 },
      big: { type: "integer" },
      exact: { type: "number" },
      real: { type: "number", format: "double" },
      data: { type: "string", contentEncoding: "base64", minLength: 4, maxLength: 8 },
      kind: tree("Kind"),
      level: tree("Level"),
      unique: { type: "array", items: tree("Kind"), uniqueItems: true },
    },
    required: ["name"],
  });
  expect(components.schemas["Choice"]).toEqual({
    type: "object",
    oneOf: [
      { type: "object", title: "one", properties: { one: tree("Tree") }, required: ["one"] },
      { type: "object", title: "none", properties: { none: { type: "object" } }, required: ["none"] },
      { type: "object", title: "text", properties: { text: { type: "string" } }, required: ["text"] },
    ],
  });
  expect(components.schemas["Lost"]).toEqual({
    type: "object",
    properties: { __type: { type: "string", const: "Lost" }, message: { type: "string" } },
    required: ["__type", "message"],
  });
  const [run, nothing, anyone] = Object.values(paths);
  expect(run?.post.security).toBeUndefined();
  expect(anyone?.post.security).toEqual([{ sigv4: [] }, {}]);
  expect(run?.post.deprecated).toBe(true);
  expect(Object.keys(run?.post.responses ?? {})).toEqual(["200", "404", "500"]);
  expect(nothing?.post.security).toEqual([]);
});

test("a service without a JSON protocol is described all the same, with a warning", () => {
  const { diagnostics, files } = generate(
    `$version: "2.0"
namespace test.openapi
service Bare { version: "1" }
`,
    [emitOpenApi],
  );
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["WARNING emit/no-openapi-protocol"]);
  expect(files).toHaveLength(2);
});
