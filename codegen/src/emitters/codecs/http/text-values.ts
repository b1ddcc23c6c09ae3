import { timestampFormatOf, type HttpLocation } from "../../../knowledge/http-bindings.js";
import { effectiveTrait } from "../../../knowledge/traits.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, RootShape } from "../../../shapes/shape.js";
import { helper } from "../context.js";
import { bindingHelper, textHelper, type HttpContext, type Reader } from "./context.js";

/** Where a text stands; items of lists in headers may be quoted. */
export type TextPlace = "header" | "headerItem" | "query" | "label";

const locations: Readonly<Record<TextPlace, HttpLocation>> = {
  header: "header",
  headerItem: "header",
  query: "query",
  label: "label",
};

const numberWriters: Readonly<Record<string, string>> = {
  boolean: "encodeBoolean",
  byte: "encodeInteger",
  short: "encodeInteger",
  integer: "encodeInteger",
  intEnum: "encodeInteger",
  bigInteger: "encodeBigint",
  bigDecimal: "encodeDecimal",
};

/** A function that writes a scalar as text, given the value and its place; undefined where the value is the text. */
export function textWriter(context: HttpContext, member: MemberShape, place: TextPlace): string | undefined {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "string":
    case "enum":
      if (place === "query" || place === "label") return undefined;
      if (hasMediaType(context, member)) return bindingHelper(context, "encodeMediaHeader");
      return bindingHelper(context, place === "header" ? "encodeHeader" : "encodeHeaderItem");
    case "float":
    case "double":
      return textHelper(context, "encodeTextDouble");
    case "long":
      return helper(context, context.options.long === "bigint" ? "encodeBigint" : "encodeInteger");
    case "timestamp":
      return timestampWriter(context, timestampFormatOf(context.model, member, locations[place], "date-time"));
    case "blob":
      return textHelper(context, "encodeTextBlob");
    default:
      return helper(context, numberWriters[target.kind] ?? "encodeString");
  }
}

function timestampWriter(context: HttpContext, format: string): string {
  if (format === "epoch-seconds") return helper(context, "encodeEpochSeconds");
  return textHelper(context, format === "http-date" ? "encodeTextHttpDate" : "encodeTextDateTime");
}

/** An expression for the text of a scalar. */
export function textOf(
  context: HttpContext,
  member: MemberShape,
  place: TextPlace,
  value: string,
  where: string,
): string {
  const writer = textWriter(context, member, place);
  return writer === undefined ? value : `${writer}(${value}, ${where})`;
}

const textReaders: Readonly<Record<string, string>> = {
  boolean: "decodeTextBoolean",
  byte: "decodeTextByte",
  short: "decodeTextShort",
  integer: "decodeTextInteger",
  intEnum: "decodeTextInteger",
  double: "decodeTextDouble",
  bigInteger: "decodeTextBigInteger",
  bigDecimal: "decodeTextDecimal",
  blob: "decodeTextBlob",
};

/** An expression for the value that a text stands for. */
export function valueOfText(
  context: HttpContext,
  reader: Reader,
  member: MemberShape,
  place: TextPlace,
  text: string,
  path: string,
): string {
  const target = targetOf(context.model, member);
  const name = textReader(context, reader, member, place);
  const value = name === undefined ? text : `${name}(${text}, ${path})`;
  const open = openType(context, reader, target);
  return open === undefined ? value : `${value} as ${open}`;
}

/** The function that reads a scalar from its text and its path; undefined where the text is the value. */
export function textReader(
  context: HttpContext,
  reader: Reader,
  member: MemberShape,
  place: TextPlace,
): string | undefined {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "string":
    case "enum":
      return place === "header" && hasMediaType(context, member)
        ? bindingHelper(context, "decodeMediaHeader")
        : undefined;
    case "float":
      // A client takes whatever a double holds: the service may know the model better.
      return textHelper(context, reader === "receive" ? "decodeTextDouble" : "decodeTextFloat");
    case "long":
      return textHelper(context, context.options.long === "bigint" ? "decodeTextBigLong" : "decodeTextLong");
    case "timestamp":
      return timestampReader(context, reader, timestampFormatOf(context.model, member, locations[place], "date-time"));
    default:
      return textHelper(context, textReaders[target.kind] ?? "decodeTextInteger");
  }
}

function timestampReader(context: HttpContext, reader: Reader, format: string): string {
  if (format === "epoch-seconds") return textHelper(context, "decodeTextEpochSeconds");
  if (format === "http-date") return helper(context, "decodeHttpDate");
  return helper(context, reader === "decode" ? "decodeUtcDateTime" : "decodeDateTime");
}

/** Enums are read as strings or integers; whether the value is a known one is the validator's question. */
export function openType(context: HttpContext, reader: Reader, target: RootShape): string | undefined {
  if (target.kind !== "enum" && target.kind !== "intEnum") return undefined;
  const { type, received } = context.names;
  return context.file.use(reader === "decode" ? type(target.id) : received(target.id));
}

function hasMediaType({ model }: HttpContext, member: MemberShape): boolean {
  return effectiveTrait(model, member, "smithy.api#mediaType") !== undefined;
}
