import {
  bindingsAt,
  contentTypeOf,
  requestBindings,
  responseBindings,
  type HttpBinding,
} from "../../knowledge/http-bindings.js";
import { unitId } from "../../knowledge/service-index.js";
import { targetOf, type Model } from "../../shapes/model.js";
import type { OperationShape, StructureShape } from "../../shapes/shape.js";

const any = "*";
const eventStream = "application/vnd.amazon.eventstream";

/**
 * The media type that a server wants of request bodies (AWS restJson1 protocol, "Content-Type"): `*` for any, the empty string where
 * requests have no body. An input without any member may come as an empty document.
 */
export function requestTypeOf(
  model: Model,
  operation: OperationShape,
  input: StructureShape,
  mediaType: string,
): string {
  const bindings = requestBindings(model, operation);
  if (isFree(model, bindings)) return any;
  if (input.id !== unitId && input.members.size === 0) return mediaType;
  return contentTypeOf(model, bindings, { document: mediaType, eventStream }) ?? "";
}

/** The media type of successful answers; `*` where whoever asks need not name it. */
export function responseTypeOf(
  model: Model,
  operation: OperationShape,
  output: StructureShape,
  mediaType: string,
): string {
  const bindings = responseBindings(model, operation);
  if (output.id === unitId || isFree(model, bindings)) return any;
  return contentTypeOf(model, bindings, { document: mediaType, eventStream }) ?? any;
}

/** Whether a member of the message says its media type, or it is bytes of which the model says nothing. */
function isFree(model: Model, bindings: readonly HttpBinding[]): boolean {
  const own = bindingsAt(bindings, "header").some(({ locationName }) => locationName.toLowerCase() === "content-type");
  const isBytes = bindingsAt(bindings, "payload").some(({ member }) => {
    const target = targetOf(model, member);
    return target.kind === "blob" && !target.traits.has("smithy.api#mediaType");
  });
  return own || isBytes;
}
