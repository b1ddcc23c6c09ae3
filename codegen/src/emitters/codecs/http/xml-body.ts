import { stringLiteral } from "../../../emit/escape.js";
import { runtimeType, runtimeValue } from "../../../emit/symbol.js";
import { stringTrait } from "../../../knowledge/traits.js";
import { xmlNamespaceOf } from "../../../knowledge/xml-traits.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, StructureShape } from "../../../shapes/shape.js";
import { rootElement } from "../xml/write-values.js";
import { elementReader } from "../xml/read-values.js";
import type { BodyDialect, HttpContext } from "./context.js";

/** Bodies of restXml. Those of errors are the inside of an element, around which the protocol puts what all errors have. */
export const xmlBody: BodyDialect = {
  mediaType: "application/xml",
  emptyAnswer: "",
  emptyPayload: undefined,
  writePayload(context, member, value) {
    const element = { name: payloadRoot(context, member), namespace: namespaceOf(context, member) };
    return rootElement(context, member, element, value);
  },
  writeDocument(context, use, shape, value) {
    const inside = `${context.file.use(context.names.body(use, shape.id, "xml"))}(${value})`;
    if (isError(shape) && use !== "encodeEvent") return inside;
    const name = documentRoot(context, shape);
    const namespace = xmlNamespaceOf(shape, context.model.shapes.get(context.service));
    return `${stringLiteral(`<${name}${namespace}`)} + ${inside} + ${stringLiteral(`</${name}>`)}`;
  },
  parse: (context, reader, _shapes, message) =>
    `${xmlBinding(context, reader === "decode" ? "requestXml" : "responseXml")}(${message})`,
  // Reading a document takes care of it.
  orEmpty: (_context, parsed) => parsed,
  readPayload(context, reader, member, parsed) {
    const root = stringLiteral(payloadRoot(context, member));
    return `${xmlBinding(context, "readXmlRoot")}(${parsed}, ${root}, ${elementReader(context, reader, member)})`;
  },
  readDocument(context, use, shape, parsed) {
    const read = context.file.use(context.names.body(use, shape.id, "xml"));
    // The protocol has found the element of an error already.
    const isFound = isError(shape) && use === "receiveResponse";
    if (isFound) return `${read}(${parsed} as ${context.file.use(runtimeType("codec/xml", "XmlReader"))})`;
    const root = stringLiteral(documentRoot(context, shape));
    return `${xmlBinding(context, "readXmlRoot")}(${parsed}, ${root}, ${read})`;
  },
};

function isError(shape: StructureShape): boolean {
  return shape.traits.has("smithy.api#error");
}

/** The name of a document's root element: the shape's `xmlName`, or its own. */
function documentRoot(context: HttpContext, shape: StructureShape): string {
  return stringTrait(shape, "smithy.api#xmlName") ?? context.names.shapeName(shape.id);
}

/** The same of a payload, whose member may say otherwise. */
function payloadRoot(context: HttpContext, member: MemberShape): string {
  const target = targetOf(context.model, member);
  const own = stringTrait(member, "smithy.api#xmlName");
  if (target.kind !== "structure" && target.kind !== "union") return own ?? member.name;
  return own ?? stringTrait(target, "smithy.api#xmlName") ?? context.names.shapeName(target.id);
}

function namespaceOf(context: HttpContext, member: MemberShape): string {
  return xmlNamespaceOf(member, targetOf(context.model, member), context.model.shapes.get(context.service));
}

function xmlBinding(context: HttpContext, name: string): string {
  return context.file.use(runtimeValue("bindings/xml", name));
}
