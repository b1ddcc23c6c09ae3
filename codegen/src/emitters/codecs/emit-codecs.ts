import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { codecModule } from "../../emit/names.js";
import { createTypeScriptFile } from "../../emit/typescript-file.js";
import { bindingsAt, requestBindings, responseBindings } from "../../knowledge/http-bindings.js";
import { dialectsOf, type Dialect } from "../../knowledge/protocols.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { isStreaming } from "../../knowledge/traits.js";
import { emitCborCodecs } from "./cbor/emit-cbor-codecs.js";
import type { CodecContext } from "./context.js";
import { encodeStructure, encodeUnion } from "./encode.js";
import { readStructure, readUnion } from "./read.js";

/** The codecs of every dialect that the protocols of the service speak, a file each. */
export const emitCodecs: Emitter = (input) => {
  const { service } = serviceIndex(input.model, input.service);
  const outputs = dialectsOf(service).flatMap((dialect) => emitDialect(input, dialect) ?? []);
  return {
    files: outputs.flatMap(({ files }) => files),
    diagnostics: outputs.flatMap(({ diagnostics }) => diagnostics),
  };
};

function emitDialect(input: EmitterInput, dialect: Dialect): ReturnType<Emitter> | undefined {
  switch (dialect) {
    case "json":
    case "rest-json":
      return emitJsonCodecs(input, dialect);
    case "cbor":
      return emitCborCodecs(input);
    default:
      return undefined;
  }
}

/**
 * `src/codecs.ts` and `src/codecs-rest-json.ts`, where protocols need them: for each structure and union `encodeX`, for those of inputs
 * `decodeX`, for those of outputs and errors `receiveX`. Timestamps are epoch seconds by default. For HTTP protocols, structures that only
 * are whole messages have functions for their bodies instead.
 */
function emitJsonCodecs(input: EmitterInput, dialect: "json" | "rest-json"): ReturnType<Emitter> {
  const file = createTypeScriptFile(codecModule(dialect), input.names);
  const diagnostics: Diagnostic[] = [];
  addCodecs({ ...input, dialect, file, diagnostics });
  return { files: file.isEmpty() ? [] : [file.plan()], diagnostics };
}

function addCodecs(context: CodecContext): void {
  const { model } = context;
  const { shapes, inputShapes, outputShapes } = serviceIndex(model, context.service);
  const isMessage = context.dialect === "json" ? () => false : messageTest(context);
  for (const shape of shapes) {
    const isData = shape.kind === "structure" || (shape.kind === "union" && !isStreaming(model, shape));
    if (!isData || isMessage(shape.id)) continue;
    if (shape.kind === "structure") {
      if (context.dialect === "json") context.diagnostics.push(...streamsOf(context, shape));
      encodeStructure(context, shape);
      if (inputShapes.has(shape.id)) readStructure(context, "decode", shape);
      if (outputShapes.has(shape.id)) readStructure(context, "receive", shape);
    } else if (shape.kind === "union") {
      encodeUnion(context, shape);
      if (inputShapes.has(shape.id)) readUnion(context, "decode", shape);
      if (outputShapes.has(shape.id)) readUnion(context, "receive", shape);
    }
  }
  if (context.dialect !== "json") addBodies(context);
}

/** Tells the structures that are inputs, outputs or errors, and no member's value. */
function messageTest({ model, service }: CodecContext): (id: string) => boolean {
  const { operations, errors, shapes } = serviceIndex(model, service);
  const messages = new Set([
    ...operations.flatMap(({ input, output }) => [input.id, output.id]),
    ...errors.map(({ id }) => id),
  ]);
  for (const shape of shapes) {
    if (shape.kind === "enum" || shape.kind === "intEnum") continue;
    for (const { target } of shape.members.values()) messages.delete(target);
  }
  return (id) => messages.has(id);
}

function addBodies(context: CodecContext): void {
  const { model } = context;
  const { operations, errors } = serviceIndex(model, context.service);
  const requests = new Map(operations.map(({ shape, input }) => [input, requestBindings(model, shape)]));
  const responses = new Map(operations.map(({ shape, output }) => [output, responseBindings(model, shape)]));
  for (const error of errors) responses.set(error, responseBindings(model, error));
  for (const [shape, bindings] of requests) {
    if (bindingsAt(bindings, "document").length === 0) continue;
    encodeStructure(context, shape, { direction: "encode", body: { use: "encodeRequest", bindings } });
    readStructure(context, "decode", shape, { direction: "decode", body: { use: "decodeRequest", bindings } });
  }
  for (const [shape, bindings] of responses) {
    if (bindingsAt(bindings, "document").length === 0) continue;
    encodeStructure(context, shape, { direction: "encode", body: { use: "encodeResponse", bindings } });
    readStructure(context, "receive", shape, { direction: "receive", body: { use: "receiveResponse", bindings } });
  }
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
