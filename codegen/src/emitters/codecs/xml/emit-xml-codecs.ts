import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { EmitterInput, EmitterOutput } from "../../../emit/emitter.js";
import { codecModule } from "../../../emit/names.js";
import { createTypeScriptFile } from "../../../emit/typescript-file.js";
import { protocolsOf } from "../../../knowledge/protocols.js";
import { serviceIndex, type ServiceIndex } from "../../../knowledge/service-index.js";
import { isStreaming } from "../../../knowledge/traits.js";
import type { MemberShape, StructureShape } from "../../../shapes/shape.js";
import type { CodecContext } from "../context.js";
import { eventBodies } from "../event-bodies.js";
import { messageBodies, messageTest } from "../message-bodies.js";
import { documentsOf } from "../text-values.js";
import { readXmlStructure, readXmlUnion } from "./read.js";
import { writeUnwrappedOutput, writeXmlStructure, writeXmlUnion } from "./write.js";

/**
 * `src/codecs-xml.ts`: for structures and unions `encodeXmlX`, for those of inputs `decodeXmlX`, for those of outputs and errors
 * `receiveXmlX`, with the traits that bind shapes to XML (Smithy 2.0, "XML bindings"). Where only answers are XML, as those of the
 * query protocols, inputs have none. For HTTP protocols there are functions for the bodies of messages.
 */
export function emitXmlCodecs(input: EmitterInput): EmitterOutput {
  const file = createTypeScriptFile(codecModule("xml"), input.names);
  const diagnostics: Diagnostic[] = [];
  addCodecs({ ...input, dialect: "xml", file, diagnostics });
  return { files: file.isEmpty() ? [] : [file.plan()], diagnostics };
}

function addCodecs(context: CodecContext): void {
  const { model, service } = context;
  const index = serviceIndex(model, service);
  const spoken = protocolsOf(index.service).filter(({ response }) => response === "xml");
  const hasInputs = spoken.some(({ request }) => request === "xml");
  // Whole messages have functions of their own, unless a protocol without bindings reads and writes them.
  const isMessage = spoken.every(({ binding }) => binding === "http") ? messageTest(context) : () => false;
  for (const shape of index.shapes) {
    const isData = shape.kind === "structure" || (shape.kind === "union" && !isStreaming(model, shape));
    const isInput = hasInputs && index.inputShapes.has(shape.id);
    const isOutput = index.outputShapes.has(shape.id);
    if (!isData || isMessage(shape.id) || !(isInput || isOutput)) continue;
    context.diagnostics.push(...documentsOf(context, shape, "XML"));
    if (shape.kind === "structure") {
      writeXmlStructure(context, shape);
      if (isInput) readXmlStructure(context, "decode", shape);
      if (isOutput) readXmlStructure(context, "receive", shape);
    } else {
      writeXmlUnion(context, shape);
      if (isInput) readXmlUnion(context, "decode", shape);
      if (isOutput) readXmlUnion(context, "receive", shape);
    }
  }
  if (!hasInputs) return;
  for (const { shape, writer, reader } of messageBodies(context)) {
    const unwrapped = writer.body?.use === "encodeResponse" ? unwrappedMemberOf(index, shape) : undefined;
    if (unwrapped === undefined) writeXmlStructure(context, shape, writer);
    else writeUnwrappedOutput(context, shape, unwrapped, writer);
    readXmlStructure(context, reader.direction, shape, reader);
  }
  for (const { shape, writer, readers } of eventBodies(context)) {
    writeXmlStructure(context, shape, writer);
    for (const reader of readers) readXmlStructure(context, reader.direction, shape, reader);
  }
}

/** The one member of an output that S3 sends without an element of its own. Clients are given the element before they read it. */
function unwrappedMemberOf({ operations }: ServiceIndex, shape: StructureShape): MemberShape | undefined {
  const isUnwrapped = operations.some(
    (one) => one.output === shape && one.shape.traits.has("aws.customizations#s3UnwrappedXmlOutput"),
  );
  const [member] = shape.members.values();
  return isUnwrapped && shape.members.size === 1 ? member : undefined;
}
