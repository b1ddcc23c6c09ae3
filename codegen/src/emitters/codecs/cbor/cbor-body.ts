import type { BodyUse } from "../../../emit/names.js";
import type { StructureShape } from "../../../shapes/shape.js";
import { bindingHelper, type BodyDialect, type HttpContext } from "../http/context.js";
import { cborHelper } from "./context.js";
import { cborCodecOf } from "./values.js";

/** Payloads of events in CBOR. What they parse to is their bytes: values are read straight from them. */
export const cborBody: BodyDialect = {
  mediaType: "application/cbor",
  emptyAnswer: "",
  emptyPayload: undefined,
  writePayload: (context, member, value) =>
    `${cborHelper(context, "encodeCbor")}(${value}, ${cborCodecOf(context, "encode", member)})`,
  writeDocument: (context, use, shape, value) =>
    `${cborHelper(context, "encodeCbor")}(${value}, ${bodyFunction(context, use, shape)})`,
  parse: (context, _reader, _shapes, message) => `${bindingHelper(context, "bodyBytes")}(${message})`,
  orEmpty: (context, parsed) => `${parsed} ?? ${cborHelper(context, "emptyCborMap")}`,
  readPayload: (context, reader, member, parsed) =>
    `${cborHelper(context, "decodeCbor")}(${parsed}, ${cborCodecOf(context, reader, member)})`,
  readDocument: (context, use, shape, parsed) =>
    `${cborHelper(context, "decodeCbor")}(${cborBody.orEmpty(context, parsed)}, ${bodyFunction(context, use, shape)})`,
};

function bodyFunction(context: HttpContext, use: BodyUse, shape: StructureShape): string {
  return context.file.use(context.names.body(use, shape.id, "cbor"));
}
