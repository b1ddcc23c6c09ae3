import { streamExceptions } from "../../../emit/stream-exceptions.js";
import { serviceIndex } from "../../../knowledge/service-index.js";
import { isStreaming } from "../../../knowledge/traits.js";
import type { UnionShape } from "../../../shapes/shape.js";
import type { HttpContext } from "../http/context.js";
import { addReaders } from "./read-events.js";
import { addWriter } from "./write-events.js";

/**
 * The functions that write and read the events of each stream of the service (Amazon Event Stream, "Amazon Event Semantics").
 *
 * @param exported whether other files call them
 */
export function addEventStreams(context: HttpContext, exported: boolean): void {
  const { shapes, inputShapes, outputShapes } = serviceIndex(context.model, context.service);
  for (const shape of shapes) {
    if (shape.kind !== "union" || !isStreaming(context.model, shape)) continue;
    addWriter(context, shape, exported);
    if (inputShapes.has(shape.id)) addReaders(context, shape, "decode", exported);
    if (outputShapes.has(shape.id)) addReaders(context, shape, "receive", exported);
  }
}

/** The code of how a stream is written: by a client, or by a server, which tells of errors in the stream. */
export function eventWriting(context: HttpContext, union: UnionShape, tellsErrors: boolean): string {
  const encode = context.names.encode(union.id, context.dialect).name;
  if (!tellsErrors) return `{ encode: ${encode} }`;
  return `{ encode: ${encode}, exception: ${streamExceptions({ ...context, use: context.file.use }, union, encode)} }`;
}
