import { awsServiceInfo } from "../knowledge/aws-service.js";
import { effectiveAuth } from "../knowledge/auth.js";
import { jsonMediaTypeOf } from "../knowledge/protocols.js";
import { errorInfo } from "../knowledge/errors.js";
import { examplesOf, jsonBody, type OperationExample } from "../knowledge/examples.js";
import { serviceIndex, type OperationInfo, type ServiceIndex } from "../knowledge/service-index.js";
import { stringTrait } from "../knowledge/traits.js";
import type { Model } from "../shapes/model.js";
import { isNodeObject, type Node, type NodeObject } from "../shapes/node.js";
import type { RootShape, ServiceShape, Shape, StructureShape } from "../shapes/shape.js";
import { nameOf, type ShapeId } from "../shapes/shape-id.js";
import {
  hasOwnSchema,
  propertiesOf,
  shapeSchema,
  toJson,
  type JsonObject,
  type JsonValue,
  type SchemaOptions,
} from "./schema.js";

export interface OpenApiOptions {
  readonly model: Model;
  readonly service: ShapeId;
  /** Turns documentation into the text of a `description`: CommonMark. */
  describe(documentation: string): string;
}

const signatureTrait: ShapeId = "aws.auth#sigv4";

interface DocumentContext extends SchemaOptions {
  readonly index: ServiceIndex;
  readonly mediaType: string;
}

/**
 * One OpenAPI 3.1 document for a service of an AWS JSON protocol. All operations of such a service share `POST /` and differ in a
 * header, which OpenAPI has no way to say: the header's value becomes a fragment of the path,
 * `/#X-Amz-Target=Service.Operation`.
 */
export function openApiDocument(options: OpenApiOptions): JsonObject {
  const { model } = options;
  const index = serviceIndex(model, options.service);
  const { service } = index;
  const context: DocumentContext = {
    model,
    index,
    mediaType: jsonMediaTypeOf(service) ?? "application/json",
    reference: (id) => `#/components/schemas/${index.nameOf(id)}`,
    describe: options.describe,
  };
  const signing = signatureScheme(service);
  const external = externalDocumentation(service);
  return {
    openapi: "3.1.0",
    info: {
      title: stringTrait(service, "smithy.api#title") ?? nameOf(service.id),
      version: service.version === "" ? "unversioned" : service.version,
      ...described(context, service),
    },
    ...(external === undefined ? {} : { externalDocs: external }),
    servers: serversOf(service),
    paths: propertiesOf(
      index.operations.map((operation) => [
        `/#X-Amz-Target=${targetOf(service, operation)}`,
        { post: operationObject(context, operation) },
      ]),
    ),
    components: {
      schemas: propertiesOf(
        index.shapes.filter(hasOwnSchema).map((shape) => [index.nameOf(shape.id), componentSchema(context, shape)]),
      ),
      ...(signing === undefined ? {} : { securitySchemes: { sigv4: signing } }),
    },
    ...(signing === undefined ? {} : { security: [{ sigv4: [] }] }),
  };
}

function operationObject(context: DocumentContext, operation: OperationInfo): JsonObject {
  const { index, model } = context;
  const examples = examplesOf(operation);
  const requestExamples = exampleObjects(examples, (example) => jsonBody(model, operation.input, example.input));
  const isSigned = effectiveAuth(model, index.service, operation.shape).includes(signatureTrait);
  const external = externalDocumentation(operation.shape);
  return {
    operationId: index.nameOf(operation.shape.id),
    ...described(context, operation.shape),
    ...(external === undefined ? {} : { externalDocs: external }),
    ...(operation.shape.traits.has("smithy.api#deprecated") ? { deprecated: true } : {}),
    parameters: [
      {
        name: "X-Amz-Target",
        in: "header",
        required: true,
        description: "Selects the operation.",
        schema: { type: "string", const: targetOf(index.service, operation) },
      },
    ],
    requestBody: {
      required: true,
      content: { [context.mediaType]: { schema: bodySchema(context, operation.input), ...requestExamples } },
    },
    responses: responsesOf(context, operation, examples),
    ...security(index.service, operation, isSigned),
  };
}

/** Where an operation differs from its service: nobody signs, or callers may come without a signature. */
function security(service: ServiceShape, operation: OperationInfo, isSigned: boolean): JsonObject {
  if (!service.traits.has(signatureTrait) || isSigned) return {};
  return { security: operation.shape.traits.has("smithy.api#optionalAuth") ? [{ sigv4: [] }, {}] : [] };
}

function responsesOf(
  context: DocumentContext,
  operation: OperationInfo,
  examples: readonly OperationExample[],
): JsonObject {
  const { model, mediaType } = context;
  const headers = {
    "x-amzn-RequestId": { description: "Identifies the request.", schema: { type: "string" } },
  };
  const outputs = exampleObjects(examples, ({ result }) =>
    result.kind === "output" ? jsonBody(model, operation.output, result.output) : undefined,
  );
  const byStatus = new Map<number, StructureShape[]>();
  for (const error of operation.errors) {
    const { statusCode } = errorInfo(error);
    byStatus.set(statusCode, [...(byStatus.get(statusCode) ?? []), error]);
  }
  const failures = [...byStatus].toSorted(([left], [right]) => left - right);
  return propertiesOf([
    [
      "200",
      {
        description: "The operation succeeded.",
        headers,
        content: { [mediaType]: { schema: bodySchema(context, operation.output), ...outputs } },
      },
    ],
    ...failures.map(([status, errors]): readonly [string, JsonValue] => {
      const schemas = errors.map((error) => ({ $ref: context.reference(error.id) }));
      const shown = exampleObjects(examples, ({ result }) =>
        result.kind === "error" && errors.includes(result.shape)
          ? { __type: nameOf(result.shape.id), ...objectNode(jsonBody(model, result.shape, result.content)) }
          : undefined,
      );
      const [only] = schemas;
      const schema: JsonObject = only !== undefined && schemas.length === 1 ? only : { anyOf: schemas };
      return [
        String(status),
        {
          description: errors.map((error) => context.index.nameOf(error.id)).join(", "),
          headers,
          content: { [mediaType]: { schema, ...shown } },
        },
      ];
    }),
  ]);
}

function objectNode(node: Node): NodeObject {
  return isNodeObject(node) ? node : {};
}

/** The examples for which `value` has one, by a key made of the title. */
function exampleObjects(
  examples: readonly OperationExample[],
  value: (example: OperationExample) => Node | undefined,
): JsonObject {
  const entries = new Map<string, JsonObject>();
  for (const example of examples) {
    const node = value(example);
    if (node === undefined) continue;
    const stem = example.title.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^-+|-+$/g, "") || "example";
    let key = stem;
    for (let count = 2; entries.has(key); count += 1) key = `${stem}-${count}`;
    entries.set(key, {
      ...(example.title === "" ? {} : { summary: example.title }),
      ...(example.documentation === undefined ? {} : { description: example.documentation }),
      value: toJson(node),
    });
  }
  return entries.size === 0 ? {} : { examples: propertiesOf([...entries]) };
}

function bodySchema(context: DocumentContext, shape: StructureShape): JsonObject {
  return shape.id === "smithy.api#Unit" ? { type: "object" } : { $ref: context.reference(shape.id) };
}

/** A shape's schema. An error's body also has its name, in `__type`. */
function componentSchema(context: DocumentContext, shape: RootShape): JsonObject {
  const schema = shapeSchema(context, shape);
  if (!shape.traits.has("smithy.api#error")) return schema;
  const properties = Object.entries((schema["properties"] ?? {}) as JsonObject);
  const required = (schema["required"] ?? []) as readonly string[];
  return {
    ...schema,
    properties: propertiesOf([["__type", { type: "string", const: nameOf(shape.id) }], ...properties]),
    required: ["__type", ...required.filter((name) => name !== "__type")],
  };
}

function targetOf(service: ServiceShape, operation: OperationInfo): string {
  return `${nameOf(service.id)}.${nameOf(operation.shape.id)}`;
}

function described(context: DocumentContext, shape: Shape): JsonObject {
  const documentation = stringTrait(shape, "smithy.api#documentation");
  const description = documentation === undefined ? "" : context.describe(documentation);
  return description === "" ? {} : { description };
}

/** OpenAPI has room for one link: the first of `smithy.api#externalDocumentation`. */
function externalDocumentation(shape: Shape): JsonObject | undefined {
  const links = shape.traits.get("smithy.api#externalDocumentation")?.value;
  if (typeof links !== "object" || links === null) return undefined;
  const [first] = Object.entries(links);
  return first === undefined || typeof first[1] !== "string" ? undefined : { description: first[0], url: first[1] };
}

function serversOf(service: ServiceShape): readonly JsonObject[] {
  const { endpointPrefix } = awsServiceInfo(service);
  if (endpointPrefix === undefined) return [{ url: "/" }];
  return [
    {
      url: `https://${endpointPrefix}.{region}.amazonaws.com`,
      description: "The service's endpoint in an AWS Region.",
      variables: { region: { default: "us-east-1", description: "The AWS Region." } },
    },
  ];
}

/** `aws.auth#sigv4` as API Gateway's import understands it: OpenAPI itself knows no signatures. */
function signatureScheme(service: ServiceShape): JsonObject | undefined {
  if (!service.traits.has(signatureTrait)) return undefined;
  return {
    type: "apiKey",
    name: "Authorization",
    in: "header",
    description: "AWS Signature Version 4.",
    "x-amazon-apigateway-authtype": "awsSigv4",
  };
}
