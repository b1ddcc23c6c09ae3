import { stringLiteral } from "../../../emit/escape.js";
import { unitId } from "../../../knowledge/service-index.js";
import { isXmlFlattened, xmlElementOf, xmlFlattenedElementOf, type XmlElement } from "../../../knowledge/xml-traits.js";
import { targetOf } from "../../../shapes/model.js";
import type { ListShape, MapShape, MemberShape } from "../../../shapes/shape.js";
import type { CodecContext } from "../context.js";
import { placeOf } from "../member-statements.js";
import { isString, textWriter } from "../text-values.js";
import { xmlHelper } from "./helpers.js";

/**
 * An expression for the elements of a member: one, or as many as there are items where it is flattened.
 *
 * @param name - of the one, where not what its traits say
 */
export function elementText(
  context: CodecContext,
  member: MemberShape,
  value: string,
  name: string = xmlElementOf(member).name,
): string {
  const target = targetOf(context.model, member);
  const where = placeOf(context, member);
  if ((target.kind === "list" || target.kind === "map") && isXmlFlattened(member)) {
    return collectionText(context, target, value, where, xmlFlattenedElementOf(member, target));
  }
  const [start, end] = tagsOf(context, member, name);
  const call = insideOf(context, member, value, where);
  return call === undefined ? stringLiteral(start + end) : `${stringLiteral(start)} + ${call} + ${stringLiteral(end)}`;
}

/** An expression for the root element of a payload: that of a member, with a name and a namespace of its own. */
export function rootElement(
  context: CodecContext,
  member: MemberShape,
  { name, namespace }: XmlElement,
  value: string,
): string {
  const start = `<${name}${namespace}${endOfStart(context, member)}`;
  const inside = insideOf(context, member, value, placeOf(context, member)) ?? '""';
  return `${stringLiteral(start)} + ${inside} + ${stringLiteral(`</${name}>`)}`;
}

/** An expression for what stands behind the name of a member's element, up to its end tag. */
export function insideText(context: CodecContext, member: MemberShape, value: string): string {
  const inside = insideOf(context, member, value, placeOf(context, member)) ?? '""';
  return endOfStart(context, member) === "" ? inside : `">" + ${inside}`;
}

/** An expression for what stands between the tags of a member's element; undefined where nothing ever does. */
function insideOf(context: CodecContext, member: MemberShape, value: string, where: string): string | undefined {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
      return target.id === unitId ? undefined : `${context.file.use(context.names.encode(target.id, "xml"))}(${value})`;
    case "list":
    case "map":
      return collectionText(context, target, value, where, wrappedElementOf(target));
    default:
      return `${scalarWriter(context, member)}(${value}, ${where})`;
  }
}

/** The function that writes what stands between the tags of an item or a value. */
function insideWriter(context: CodecContext, member: MemberShape): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
      return target.id === unitId ? '() => ""' : context.file.use(context.names.encode(target.id, "xml"));
    case "list":
    case "map":
      return `(item, place) => ${insideOf(context, member, "item", "place") ?? '""'}`;
    default:
      return scalarWriter(context, member);
  }
}

/** The items of a list or the entries of a map, each in `element`. */
function collectionText(
  context: CodecContext,
  target: ListShape | MapShape,
  value: string,
  where: string,
  element: XmlElement,
): string {
  const start = `<${element.name}${element.namespace}`;
  const end = `</${element.name}>`;
  if (target.kind === "list") {
    const tags = [start + endOfStart(context, target.member), end].map(stringLiteral).join(", ");
    const write = insideWriter(context, target.member);
    return `${xmlHelper(context, "encodeXmlItems")}(${value}, ${where}, ${tags}, ${write})`;
  }
  const [keyStart, keyEnd] = tagsOf(context, target.key);
  const [valueStart, valueEnd] = tagsOf(context, target.value);
  const tags = [`${start}>${keyStart}`, keyEnd + valueStart, valueEnd + end].map(stringLiteral).join(", ");
  const write = insideWriter(context, target.value);
  return `${xmlHelper(context, "encodeXmlEntries")}(${value}, ${where}, [${tags}], ${write})`;
}

/** The element of an item or entry within the element of its list or map. */
function wrappedElementOf(target: ListShape | MapShape): XmlElement {
  return target.kind === "list" ? xmlElementOf(target.member) : { name: "entry", namespace: "" };
}

/** The tags of a member's element; the first without its end where the writer of a structure writes that. */
function tagsOf(
  context: CodecContext,
  member: MemberShape,
  name: string = xmlElementOf(member).name,
): readonly [start: string, end: string] {
  const { namespace } = xmlElementOf(member);
  return [`<${name}${namespace}${endOfStart(context, member)}`, `</${name}>`];
}

function endOfStart(context: CodecContext, member: MemberShape): string {
  const { kind, id } = targetOf(context.model, member);
  return (kind === "structure" || kind === "union") && id !== unitId ? "" : ">";
}

function scalarWriter(context: CodecContext, member: MemberShape): string {
  return isString(targetOf(context.model, member))
    ? xmlHelper(context, "encodeXmlString")
    : textWriter(context, member);
}

/** Two expressions of text in one, their literals joined. */
export function concatenation(left: string, right: string): string {
  return left.endsWith('"') && right.startsWith('"') ? left.slice(0, -1) + right.slice(1) : `${left} + ${right}`;
}
