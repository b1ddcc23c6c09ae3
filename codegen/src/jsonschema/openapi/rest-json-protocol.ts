import { contentTypeOf, requestBindings } from "../../knowledge/http-bindings.js";
import { httpTraitOf } from "../../knowledge/http-trait.js";
import type { OperationShape } from "../../shapes/shape.js";
import { compact } from "../schema/schema.js";
import { contextualName, type OpenApiContext, type OpenApiProtocol, type OperationPart } from "./context.js";
import { parameterObjects } from "./parameters.js";
import { requestBody } from "./request-body.js";
import { responses } from "./responses.js";

const contentHeaders = ["Content-Length", "Content-Type"];

/** `aws.protocols#restJson1`: operations as their HTTP bindings say. */
export const restJsonProtocol: OpenApiProtocol = {
  trait: "aws.protocols#restJson1",
  className: "RestJson1Trait",
  settings: { useJsonName: true, defaultTimestampFormat: "epoch-seconds" },
  operation: restOperation,
  requestHeaders: (context, operation) => [
    ...(hasRequestContent(context, operation) ? contentHeaders : []),
    ...(operation.traits.has("smithy.api#httpChecksumRequired") ? ["Content-Md5"] : []),
    "X-Amz-User-Agent",
    "X-Amzn-Trace-Id",
    "Amz-Sdk-Request",
    "Amz-Sdk-Invocation-Id",
    ...(operation.traits.has("aws.api#clientDiscoveredEndpoint") ? ["X-Amz-Api-Version"] : []),
  ],
  responseHeaders: () => [...contentHeaders, "X-Amzn-Requestid", "X-Amzn-Errortype"],
};

function hasRequestContent({ model, settings }: OpenApiContext, operation: OperationShape): boolean {
  const bindings = requestBindings(model, operation);
  return contentTypeOf(model, bindings, { document: settings.jsonContentType }) !== undefined;
}

function restOperation(context: OpenApiContext, operation: OperationShape): OperationPart | undefined {
  const http = httpTraitOf(operation);
  if (http === undefined) return undefined;
  const parameters = parameterObjects(context, operation);
  const body = requestBody(context, operation);
  const answers = responses(context, operation);
  const object = compact({
    operationId: contextualName(context, operation.id),
    requestBody: body?.object,
    parameters: parameters.length === 0 ? undefined : parameters,
    responses: answers.object,
  });
  return { method: http.method, uri: http.uri.text, object, schemas: [...(body?.schemas ?? []), ...answers.schemas] };
}
