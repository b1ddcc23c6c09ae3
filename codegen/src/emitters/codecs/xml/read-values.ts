import { stringLiteral } from "../../../emit/escape.js";
import { unitId } from "../../../knowledge/service-index.js";
import { xmlNameOf } from "../../../knowledge/xml-traits.js";
import { targetOf } from "../../../shapes/model.js";
import type { ListShape, MapShape, MemberShape } from "../../../shapes/shape.js";
import type { CodecContext } from "../context.js";
import { isString, textReader } from "../text-values.js";
import { xmlHelper } from "./helpers.js";
import { openTypeOf } from "../open-type.js";

export type Reader = "decode" | "receive";

/** An expression that reads the element in hand of `xml` as a member's value. */
export function readElement(context: CodecContext, reader: Reader, member: MemberShape, xml = "xml"): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
    case "list":
    case "map":
      return readAggregate(context, reader, member, xml);
    default: {
      const read = isString(target) ? `${xml}.text()` : `${xml}.scalar(${textReader(context, reader, member)})`;
      const cast = openTypeOf(context, reader, target);
      return cast === undefined ? read : `${read} as ${cast}`;
    }
  }
}

function readAggregate(context: CodecContext, reader: Reader, member: MemberShape, xml: string): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "list": {
      const item = stringLiteral(xmlNameOf(target.member));
      return `${xmlHelper(context, "readXmlList")}(${xml}, ${item}, ${elementReader(context, reader, target.member)})`;
    }
    case "map":
      return `${xmlHelper(context, "readXmlMap")}(${xml}, ${entryOf(context, reader, target)})`;
    default:
      return `${elementReader(context, reader, member)}(${xml})`;
  }
}

/** The function that reads the element in hand as a member's value. */
export function elementReader(context: CodecContext, reader: Reader, member: MemberShape): string {
  const target = targetOf(context.model, member);
  if (target.kind !== "structure" && target.kind !== "union") {
    return `(item) => ${readElement(context, reader, member, "item")}`;
  }
  return target.id === unitId
    ? xmlHelper(context, "readXmlUnit")
    : context.file.use(context.names[reader](target.id, "xml"));
}

/** What `XmlEntry` of the runtime says of a map. */
function entryOf(context: CodecContext, reader: Reader, target: MapShape): string {
  const key = stringLiteral(xmlNameOf(target.key));
  const value = stringLiteral(xmlNameOf(target.value));
  return `{ key: ${key}, value: ${value}, read: ${elementReader(context, reader, target.value)} }`;
}

/** An expression for a flattened list or map with what the element in hand adds to `before`. */
export function readFlattened(
  context: CodecContext,
  reader: Reader,
  target: ListShape | MapShape,
  before: string,
): string {
  return target.kind === "list"
    ? `${xmlHelper(context, "readXmlItem")}(${before}, ${readElement(context, reader, target.member)})`
    : `${xmlHelper(context, "readXmlEntry")}(xml, ${before}, ${entryOf(context, reader, target)})`;
}
