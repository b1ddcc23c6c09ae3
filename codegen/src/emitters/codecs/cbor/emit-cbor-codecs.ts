import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Emitter } from "../../../emit/emitter.js";
import { codecModule } from "../../../emit/names.js";
import { createTypeScriptFile } from "../../../emit/typescript-file.js";
import { serviceIndex } from "../../../knowledge/service-index.js";
import { isStreaming } from "../../../knowledge/traits.js";
import type { CodecContext } from "../context.js";
import { addKeys, reportUnwritable } from "./context.js";
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
    if (shape.kind === "structure") {
      reportUnwritable(context, shape);
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
  return { files: file.isEmpty() ? [] : [file.plan()], diagnostics };
};
