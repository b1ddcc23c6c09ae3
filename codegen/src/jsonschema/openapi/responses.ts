import { bindingsAt, contentTypeOf, responseBindings, responseCodeOf } from "../../knowledge/http-bindings.js";
import type { OperationShape, StructureShape } from "../../shapes/shape.js";
import type { NodeObject } from "../../shapes/node.js";
import { compact, nodeObject, sortedObject, unlessEmpty } from "../schema/schema.js";
import {
  contextualName,
  documentName,
  isError,
  schemaReference,
  type DocumentPart,
  type OpenApiContext,
} from "./context.js";
import { bodySchema } from "./document-schema.js";
import { bodyExamples, memberExamples, responseOf, type Message } from "./examples.js";
import { headerObjects } from "./parameters.js";
import { eventStreamType, payloadSchema } from "./request-body.js";

/** The responses of an operation by status code: its output, then its errors. The last of those with one code stays. */
export function responses(context: OpenApiContext, operation: OperationShape): DocumentPart {
  const output = context.model.shapes.get(operation.output);
  const success = output?.kind === "structure" && isError(output) ? output : operation;
  const errors = errorsOf(context, operation);
  const parts = [success, ...errors].map((shape) => response(context, operation, shape));
  return {
    object: sortedObject(parts.map(({ code, object }) => [code, object])),
    schemas: parts.flatMap(({ schemas }) => schemas),
  };
}

/** The error structures of an operation. */
export function errorsOf({ model }: OpenApiContext, operation: OperationShape): readonly StructureShape[] {
  return operation.errors.flatMap((id) => {
    const shape = model.shapes.get(id);
    return shape?.kind === "structure" ? [shape] : [];
  });
}

function response(
  context: OpenApiContext,
  operation: OperationShape,
  shape: OperationShape | StructureShape,
): DocumentPart & { readonly code: string } {
  const code = String(responseCodeOf(shape));
  const message = responseOf(operation, shape);
  const content = responseContent(context, message);
  const headers = headerObjects(context, message, responseBindings(context.model, shape));
  const object = compact({
    description: `${documentName(context, shape.id)} ${code} response`,
    headers: unlessEmpty(headers),
    content: content?.object,
  });
  return { code, object, schemas: content?.schemas ?? [] };
}

function responseContent(context: OpenApiContext, message: Message): DocumentPart | undefined {
  const { model, settings } = context;
  const { shape } = message;
  const bindings = responseBindings(model, shape);
  const eventStream = shape.kind === "operation" ? eventStreamType : undefined;
  const mediaType = contentTypeOf(model, bindings, { document: settings.jsonContentType, eventStream });
  if (mediaType === undefined) return undefined;
  const [payload] = bindingsAt(bindings, "payload");
  const documents = bindingsAt(bindings, "document");
  if (payload !== undefined) {
    const suffix = shape.kind === "operation" ? "OutputPayload" : "ErrorPayload";
    const { schema, schemas } = payloadSchema(context, payload, contextualName(context, shape.id) + suffix);
    const examples = memberExamples(context, message, payload);
    return { object: contentOf(mediaType, compact({ schema, examples })), schemas };
  }
  const name = `${documentName(context, shape.id)}ResponseContent`;
  const content = compact({
    schema: schemaReference(context, name),
    examples: bodyExamples(context, message, documents),
  });
  return { object: contentOf(mediaType, content), schemas: [[name, bodySchema(context, documents)]] };
}

function contentOf(mediaType: string, content: NodeObject): NodeObject {
  return nodeObject([[mediaType, content]]);
}
