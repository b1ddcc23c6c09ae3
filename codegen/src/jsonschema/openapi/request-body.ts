import { bindingsAt, contentTypeOf, type HttpBinding, requestBindings } from "../../knowledge/http-bindings.js";
import type { OperationShape } from "../../shapes/shape.js";
import { compact, nodeObject, type Schema } from "../schema/schema.js";
import {
  contextualName,
  documentName,
  inlineOrReference,
  schemaReference,
  type DocumentPart,
  type NamedSchema,
  type OpenApiContext,
} from "./context.js";
import { bodySchema } from "./document-schema.js";
import { bodyExamples, memberExamples, requestOf } from "./examples.js";

/** The media type of event streams in the protocols of AWS. */
export const eventStreamType = "application/vnd.amazon.eventstream";

/** The request body of an operation; undefined when its input has none. */
export function requestBody(context: OpenApiContext, operation: OperationShape): DocumentPart | undefined {
  const { model, settings } = context;
  const bindings = requestBindings(model, operation);
  const types = { document: settings.jsonContentType, eventStream: eventStreamType };
  const mediaType = contentTypeOf(model, bindings, types);
  if (mediaType === undefined) return undefined;
  const message = requestOf(operation);
  const [payload] = bindingsAt(bindings, "payload");
  if (payload !== undefined) {
    const { schema, schemas } = payloadSchema(context, payload, `${contextualName(context, operation.id)}InputPayload`);
    const content = compact({ schema, examples: memberExamples(context, message, payload) });
    return { object: bodyObject(mediaType, content, [payload]), schemas };
  }
  const documents = bindingsAt(bindings, "document");
  const name = `${documentName(context, operation.id)}RequestContent`;
  const content = compact({
    schema: schemaReference(context, name),
    examples: bodyExamples(context, message, documents),
  });
  return { object: bodyObject(mediaType, content, documents), schemas: [[name, bodySchema(context, documents)]] };
}

function bodyObject(mediaType: string, content: Schema, bindings: readonly HttpBinding[]): Schema {
  const isRequired = bindings.some(({ member }) => member.traits.has("smithy.api#required"));
  return compact({ content: nodeObject([[mediaType, content]]), required: isRequired ? true : undefined });
}

/** The schema of a payload: a reference to what has a definition, else to a schema of this name. */
export function payloadSchema(
  context: OpenApiContext,
  { member }: HttpBinding,
  name: string,
): { readonly schema: Schema; readonly schemas: readonly NamedSchema[] } {
  const schema = inlineOrReference(context, member);
  const reference = schema["$ref"];
  if (schema["type"] === undefined && reference !== undefined) return { schema: { $ref: reference }, schemas: [] };
  return { schema: schemaReference(context, name), schemas: [[name, schema]] };
}
