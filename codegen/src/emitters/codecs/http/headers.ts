import { stringLiteral } from "../../../emit/escape.js";
import { bindingsAt, type HttpBinding } from "../../../knowledge/http-bindings.js";
import { timestampFormatOf } from "../../../knowledge/http-bindings.js";
import { targetOf } from "../../../shapes/model.js";
import type { ListShape, MapShape, MemberShape, StructureShape } from "../../../shapes/shape.js";
import { fallback } from "../read.js";
import { propertyOf, writeMember } from "../members.js";
import { boundParts, readParts } from "./bound-parts.js";
import { bindingHelper, type HttpContext, type Reader } from "./context.js";
import { placeOf } from "../member-statements.js";
import { pathOf, withValue } from "./members.js";
import { textOf, textReader, textWriter, valueOfText } from "./text-values.js";
import { openTypeOf } from "../open-type.js";

/** How a message takes a header: `set` into an object by lower-case name, `push` into lines of an answer. */
export type HeaderStyle = "set" | "push";

/**
 * Statements that write the headers of a message; members with names of their own before those of prefixes.
 *
 * @param of - the function that writes the message
 */
export function writeHeaders(
  context: HttpContext,
  shape: StructureShape,
  bindings: readonly HttpBinding[],
  object: string,
  style: HeaderStyle,
  of: string,
): readonly string[] {
  const single = bindingsAt(bindings, "header").map(({ member, locationName }) =>
    withValue(context, shape, member, object, (value) => {
      const text = headerText(context, member, value);
      return style === "set"
        ? `headers[${stringLiteral(locationName.toLowerCase())}] = ${text};`
        : `headers.push(${stringLiteral(locationName)}, ${text});`;
    }),
  );
  const add = style === "set" ? "addPrefixHeaders" : "pushPrefixHeaders";
  const prefixed = bindingsAt(bindings, "prefixHeaders").map(({ member, locationName }) =>
    withValue(context, shape, member, object, (value) => {
      const name = stringLiteral(style === "set" ? locationName.toLowerCase() : locationName);
      return `${bindingHelper(context, add)}(headers, ${name}, ${value}, ${placeOf(context, member)});`;
    }),
  );
  return boundParts(context, [...single, ...prefixed], { of, place: "Headers" }, () => [
    { name: object, type: context.file.use(context.names.type(shape.id)) },
    { name: "headers", type: style === "set" ? "Record<string, string>" : "string[]" },
  ]);
}

function headerText(context: HttpContext, member: MemberShape, value: string): string {
  const target = targetOf(context.model, member);
  const where = placeOf(context, member);
  if (target.kind !== "list") return textOf(context, member, "header", value, where);
  const writer = textWriter(context, target.member, "headerItem");
  return `${bindingHelper(context, "encodeHeaderList")}(${value}, ${where}, ${writer})`;
}

/**
 * Statements that read the headers of a message into `result`.
 *
 * @param draft - the type of `result`
 * @param of - the function that reads the message
 */
export function readHeaders(
  context: HttpContext,
  reader: Reader,
  shape: StructureShape,
  bindings: readonly HttpBinding[],
  draft: string,
  of: string,
): readonly string[] {
  const single = bindingsAt(bindings, "header").map(({ member, locationName }) => {
    const name = stringLiteral(locationName.toLowerCase());
    const source = reader === "decode" ? `request.header(${name})` : `response.headers[${name}]`;
    return readText(context, reader, shape, member, source, headerValue(context, reader, member));
  });
  const prefixed = bindingsAt(bindings, "prefixHeaders").map(({ member, locationName }) => {
    const source = reader === "decode" ? "request.headers" : "Object.entries(response.headers)";
    const prefix = stringLiteral(locationName.toLowerCase());
    const { value } = targetOf(context.model, member) as MapShape;
    const open = openTypeOf(context, reader, targetOf(context.model, value));
    const item = open === undefined ? "(text) => text" : `(text) => text as ${open}`;
    const map = `${bindingHelper(context, "decodePrefixHeaders")}(${source}, ${prefix}, ${item})`;
    if (reader === "decode") return readText(context, reader, shape, member, map, "text");
    // A response without such headers is one with an empty map.
    return writeMember(context, "result", propertyOf(context, shape, member), `${map} ?? {}`);
  });
  return readParts(context, [...single, ...prefixed], reader, draft, { of, place: "Headers" });
}

function headerValue(context: HttpContext, reader: Reader, member: MemberShape): string {
  const target = targetOf(context.model, member);
  const path = pathOf(member);
  return target.kind === "list"
    ? headerList(context, reader, target, path)
    : valueOfText(context, reader, member, "header", "text", path);
}

function headerList(context: HttpContext, reader: Reader, { member }: ListShape, path: string): string {
  const target = targetOf(context.model, member);
  const isHttpDate =
    target.kind === "timestamp" && timestampFormatOf(context.model, member, "header", "http-date") === "http-date";
  const list = bindingHelper(context, isHttpDate ? "decodeHttpDateList" : "decodeHeaderList");
  const open = openTypeOf(context, reader, target);
  const readItem = textReader(context, reader, member, "headerItem");
  const item =
    readItem !== undefined && open === undefined
      ? readItem
      : `(text${readItem === undefined ? "" : ", path"}) => ${valueOfText(context, reader, member, "headerItem", "text", "path")}`;
  return `${list}(text, ${path}, ${item})`;
}

/** A statement that reads a member from a text where there is one, else gives it what a missing member is. */
export function readText(
  context: HttpContext,
  reader: Reader,
  shape: StructureShape,
  member: MemberShape,
  source: string,
  value: string,
): string {
  const property = propertyOf(context, shape, member);
  const otherwise = fallback(context, reader, shape, member);
  const set = writeMember(context, "result", property, value);
  const rest = otherwise === undefined ? "" : `\n  else ${writeMember(context, "result", property, otherwise)}`;
  return `{\n  const text = ${source};\n  if (text !== undefined) ${set}${rest}\n}`;
}
