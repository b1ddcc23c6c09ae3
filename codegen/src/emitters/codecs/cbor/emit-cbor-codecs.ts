import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Emitter } from "../../../emit/emitter.js";
import { codecModule } from "../../../emit/names.js";
import { createTypeScriptFile } from "../../../emit/typescript-file.js";
import { serviceIndex } from "../../../knowledge/service-index.js";
import { isStreaming } from "../../../knowledge/traits.js";
import type { CodecContext } from "../context.js";
import { addEventStreams } from "../events/event-streams.js";
import { eventBodies } from "../event-bodies.js";
import { blobStreamsOf } from "../unwritable-streams.js";
import { cborBody } from "./cbor-body.js";
import { addKeys } from "./context.js";
import { documentsInCbor } from "./documents.js";
import { encodeStructure, encodeUnion } from "./encode.js";
import { readStructure, readUnion } from "./read.js";

/**
 * `src/codecs-cbor.ts`: for each structure and union `encodeCborX`, for those of inputs `decodeCborX`, for those of outputs and errors
 * `receiveCborX` (Smithy RPC v2 CBOR, "Shape serialization"). They write and read bytes straight, without a value in between.
 */
export const emitCborCodecs: Emitter = (input) => {
  const { model, service, names } = input;
  const index = serviceIndex(model, service);
  const file = createTypeScriptFile(codecModule("cbor"), names);
  const diagnostics: Diagnostic[] = [];
  const context: CodecContext = { ...input, dialect: "cbor", file, diagnostics };
  for (const shape of index.shapes) {
    diagnostics.push(...documentsInCbor(context, shape));
    if (shape.kind === "structure") {
      diagnostics.push(...blobStreamsOf(context, shape));
      const keys = addKeys(context, shape);
      encodeStructure(context, shape, keys);
      if (index.inputShapes.has(shape.id)) readStructure(context, "decode", shape, keys);
      if (index.outputShapes.has(shape.id)) readStructure(context, "receive", shape, keys);
    } else if (shape.kind === "union" && !isStreaming(model, shape)) {
      const keys = addKeys(context, shape);
      encodeUnion(context, shape, keys);
      if (index.inputShapes.has(shape.id)) readUnion(context, "decode", shape, keys);
      if (index.outputShapes.has(shape.id)) readUnion(context, "receive", shape, keys);
    }
  }
  for (const { shape, writer, readers } of eventBodies(context)) {
    const keys = addKeys(context, shape, writer);
    encodeStructure(context, shape, keys, writer);
    for (const reader of readers) readStructure(context, reader.direction, shape, keys, reader);
  }
  addEventStreams({ ...context, body: cborBody }, true);
  return { files: file.isEmpty() ? [] : [file.plan()], diagnostics };
};
