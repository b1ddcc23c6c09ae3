import { responseCodeOf } from "../../knowledge/http-bindings.js";
import { unitId } from "../../knowledge/service-index.js";
import type { NodeObject } from "../../shapes/node.js";
import type { OperationShape, RootShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { compact, sortedObject, unlessEmpty } from "../schema/schema.js";
import { shapeSchema } from "../schema/shape-schema.js";
import {
  contextualName,
  schemaReference,
  type NamedSchema,
  type OpenApiContext,
  type OpenApiProtocol,
  type OperationPart,
} from "./context.js";
import { errorsOf } from "./responses.js";

const commonHeaders = ["Smithy-Protocol", "Content-Type", "Content-Length"];

/** `smithy.protocols#rpcv2Json`: every operation is a POST to a path of its own. */
export const rpcV2JsonProtocol: OpenApiProtocol = {
  trait: "smithy.protocols#rpcv2Json",
  className: "Rpcv2JsonTrait",
  settings: { useStringsForArbitraryPrecision: true },
  operation: rpcOperation,
  requestHeaders: () => [
    ...commonHeaders,
    "X-Amz-User-Agent",
    "X-Amzn-Trace-Id",
    "Amz-Sdk-Request",
    "Amz-Sdk-Invocation-Id",
  ],
  responseHeaders: () => [...commonHeaders, "X-Amzn-Requestid"],
};

interface Body {
  readonly code: string;
  readonly object: NodeObject;
  readonly schemas: readonly NamedSchema[];
}

function rpcOperation(context: OpenApiContext, operation: OperationShape): OperationPart {
  const name = contextualName(context, operation.id);
  const input = context.model.shapes.get(operation.input);
  const request = bodyOf(context, "Request Object", `${name}RequestContent`, input, "");
  const answers = answersOf(context, operation);
  return {
    method: "POST",
    uri: `/service/${nameOf(context.service.id)}/operation/${name}`,
    object: compact({
      operationId: name,
      requestBody: request[0]?.object,
      responses: unlessEmpty(sortedObject(answers.map(({ code, object }) => [code, object]))),
    }),
    schemas: [...request, ...answers].flatMap(({ schemas }) => schemas),
  };
}

/** What an operation answers. Smithy's conversion writes errors only where there is an output. */
function answersOf(context: OpenApiContext, operation: OperationShape): readonly Body[] {
  if (operation.output === unitId) return [];
  const name = contextualName(context, operation.id);
  const output = context.model.shapes.get(operation.output);
  return [
    ...bodyOf(context, "Response Object", `${name}ResponseContent`, output, "200"),
    ...errorsOf(context, operation).flatMap((error) => {
      const content = `${contextualName(context, error.id)}ErrorContent`;
      return bodyOf(context, "Response Object", content, error, String(responseCodeOf(error)));
    }),
  ];
}

function bodyOf(
  context: OpenApiContext,
  description: string,
  name: string,
  shape: RootShape | undefined,
  code: string,
): readonly Body[] {
  if (shape === undefined || shape.id === unitId) return [];
  const content = { "application/json": { schema: schemaReference(context, name) } };
  return [{ code, object: { description, content }, schemas: [[name, shapeSchema(context.schemas, shape)]] }];
}
