import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { createTypeScriptFile } from "../../emit/typescript-file.js";
import { dialectsOf, type Dialect } from "../../knowledge/protocols.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { isStreaming } from "../../knowledge/traits.js";
import { emitCborCodecs } from "./cbor/emit-cbor-codecs.js";
import type { CodecContext } from "./context.js";
import { encodeStructure, encodeUnion } from "./encode.js";
import { readStructure, readUnion } from "./read.js";

/** The emitter of each dialect's codecs. */
const emitterOf: Partial<Readonly<Record<Dialect, Emitter>>> = { json: emitJsonCodecs, cbor: emitCborCodecs };

/** The codecs of every dialect that the protocols of the service speak, a file each. */
export const emitCodecs: Emitter = (input) => {
  const { service } = serviceIndex(input.model, input.service);
  const outputs = dialectsOf(service).flatMap((dialect) => emitterOf[dialect]?.(input) ?? []);
  return {
    files: outputs.flatMap(({ files }) => files),
    diagnostics: outputs.flatMap(({ diagnostics }) => diagnostics),
  };
};

/**
 * `src/codecs.ts`: for each structure and union `encodeX`, for those of inputs `decodeX`, for those of outputs and errors
 * `receiveX`, as JSON of the AWS JSON protocols: `jsonName` does not count, timestamps are epoch seconds by default.
 */
function emitJsonCodecs(input: EmitterInput): ReturnType<Emitter> {
  const { model, service, names } = input;
  const index = serviceIndex(model, service);
  const file = createTypeScriptFile("src/codecs.ts", names);
  const diagnostics: Diagnostic[] = [];
  const context: CodecContext = { ...input, file, diagnostics };
  for (const shape of index.shapes) {
    if (shape.kind === "structure") {
      diagnostics.push(...streamsOf(context, shape));
      encodeStructure(context, shape);
      if (index.inputShapes.has(shape.id)) readStructure(context, "decode", shape);
      if (index.outputShapes.has(shape.id)) readStructure(context, "receive", shape);
    } else if (shape.kind === "union" && !isStreaming(model, shape)) {
      encodeUnion(context, shape);
      if (index.inputShapes.has(shape.id)) readUnion(context, "decode", shape);
      if (index.outputShapes.has(shape.id)) readUnion(context, "receive", shape);
    }
  }
  return { files: file.isEmpty() ? [] : [file.plan()], diagnostics };
}

function streamsOf(context: CodecContext, shape: Parameters<typeof encodeStructure>[1]): readonly Diagnostic[] {
  return [...shape.members.values()]
    .filter((member) => isStreaming(context.model, member))
    .map((member) => ({
      code: "emit/stream-in-json",
      severity: "WARNING",
      shape: member.id,
      ...(member.location === undefined ? {} : { location: member.location }),
      message: `The JSON body of an AWS JSON protocol carries no streams, so that ${member.name} is neither written nor read.`,
      suggestion: "Remove the streaming trait to carry the data in the body, or choose a protocol with HTTP bindings.",
    }));
}
