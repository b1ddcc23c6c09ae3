import { timestampFormatOf, type HttpLocation } from "../../../knowledge/http-bindings.js";
import { effectiveTrait } from "../../../knowledge/traits.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape } from "../../../shapes/shape.js";
import { helper } from "../context.js";
import { openTypeOf } from "../open-type.js";
import { scalarReader, scalarWriter } from "../scalar-texts.js";
import { bindingHelper, type HttpContext, type Reader } from "./context.js";

/** Where a text stands; items of lists in headers may be quoted. */
export type TextPlace = "header" | "headerItem" | "query" | "label";

const locations: Readonly<Record<TextPlace, HttpLocation>> = {
  header: "header",
  headerItem: "header",
  query: "query",
  label: "label",
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
    default:
      return scalarWriter(context, member, () => formatOf(context, member, place));
  }
}

function formatOf({ model }: HttpContext, member: MemberShape, place: TextPlace): string {
  return timestampFormatOf(model, member, locations[place], "date-time");
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
  const open = openTypeOf(context, reader, target);
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
    case "timestamp":
      // A server reads instants in UTC only.
      if (reader === "decode" && formatOf(context, member, place) === "date-time") {
        return helper(context, "decodeUtcDateTime");
      }
      return scalarReader(context, reader, member, () => formatOf(context, member, place));
    default:
      return scalarReader(context, reader, member, () => formatOf(context, member, place));
  }
}

function hasMediaType({ model }: HttpContext, member: MemberShape): boolean {
  return effectiveTrait(model, member, "smithy.api#mediaType") !== undefined;
}
