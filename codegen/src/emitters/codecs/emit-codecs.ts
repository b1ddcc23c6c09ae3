import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { codecModule } from "../../emit/names.js";
import { createTypeScriptFile } from "../../emit/typescript-file.js";
import { dialectsOf, eventDialectsOf, type Dialect } from "../../knowledge/protocols.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { isStreaming } from "../../knowledge/traits.js";
import { emitCborCodecs } from "./cbor/emit-cbor-codecs.js";
import type { CodecContext } from "./context.js";
import { eventBodies } from "./event-bodies.js";
import { addEventStreams } from "./events/event-streams.js";
import { jsonBody } from "./http/json-body.js";
import { encodeStructure, encodeUnion } from "./encode.js";
import { emitQueryCodecs } from "./query/emit-query-codecs.js";
import { blobStreamsOf } from "./unwritable-streams.js";
import { messageBodies, messageTest } from "./message-bodies.js";
import { readStructure, readUnion } from "./read.js";
import { emitXmlCodecs } from "./xml/emit-xml-codecs.js";

/** The codecs of every dialect that the protocols of the service speak, a file each. */
export const emitCodecs: Emitter = (input) => {
  const { service } = serviceIndex(input.model, input.service);
  const outputs = dialectsOf(service).flatMap((dialect) => emitDialect(input, dialect) ?? []);
  return {
    files: outputs.flatMap(({ files }) => files),
    diagnostics: outputs.flatMap(({ diagnostics }) => diagnostics),
  };
};

type JsonDialect = "json" | "rest-json" | "rpc-json";

function emitDialect(input: EmitterInput, dialect: Dialect): ReturnType<Emitter> | undefined {
  switch (dialect) {
    case "json":
    case "rest-json":
    case "rpc-json":
      return emitJsonCodecs(input, dialect);
    case "cbor":
      return emitCborCodecs(input);
    case "xml":
      return emitXmlCodecs(input);
    case "query":
    case "ec2-query":
      return emitQueryCodecs(input, dialect);
    default:
      return undefined;
  }
}

/**
 * `src/codecs.ts`, `src/codecs-rest-json.ts` and `src/codecs-rpc-json.ts`, where protocols need them: for each structure and union `encodeX`, for those of inputs
 * `decodeX`, for those of outputs and errors `receiveX`. Timestamps are epoch seconds by default. For HTTP protocols, structures that only
 * are whole messages have functions for their bodies instead.
 */
function emitJsonCodecs(input: EmitterInput, dialect: JsonDialect): ReturnType<Emitter> {
  const file = createTypeScriptFile(codecModule(dialect), input.names);
  const diagnostics: Diagnostic[] = [];
  addCodecs({ ...input, dialect, file, diagnostics });
  return { files: file.isEmpty() ? [] : [file.plan()], diagnostics };
}

function addCodecs(context: CodecContext): void {
  const { model } = context;
  const { service, shapes, inputShapes, outputShapes } = serviceIndex(model, context.service);
  const isHttp = context.dialect === "rest-json";
  const isMessage = isHttp ? messageTest(context) : () => false;
  for (const shape of shapes) {
    const isData = shape.kind === "structure" || (shape.kind === "union" && !isStreaming(model, shape));
    if (!isData || isMessage(shape.id)) continue;
    if (shape.kind === "structure") {
      if (!isHttp) context.diagnostics.push(...blobStreamsOf(context, shape));
      encodeStructure(context, shape);
      if (inputShapes.has(shape.id)) readStructure(context, "decode", shape);
      if (outputShapes.has(shape.id)) readStructure(context, "receive", shape);
    } else if (shape.kind === "union") {
      encodeUnion(context, shape);
      if (inputShapes.has(shape.id)) readUnion(context, "decode", shape);
      if (outputShapes.has(shape.id)) readUnion(context, "receive", shape);
    }
  }
  if (isHttp) {
    for (const { shape, writer, reader } of messageBodies(context)) {
      encodeStructure(context, shape, writer);
      readStructure(context, reader.direction, shape, reader);
    }
  }
  if (!eventDialectsOf(service).includes(context.dialect)) return;
  for (const { shape, writer, readers } of eventBodies(context)) {
    encodeStructure(context, shape, writer);
    for (const reader of readers) readStructure(context, reader.direction, shape, reader);
  }
  if (!isHttp) addEventStreams({ ...context, body: jsonBody }, true);
}
