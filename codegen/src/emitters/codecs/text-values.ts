import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { effectiveTrait, isStreaming } from "../../knowledge/traits.js";
import { targetOf, type Model } from "../../shapes/model.js";
import type { MemberShape, RootShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import type { CodecContext } from "./context.js";
import { membersOf, type Part } from "./part.js";
import { scalarReader, scalarWriter } from "./scalar-texts.js";

/** Whether the value is text itself, for which each format has its own way of escaping. */
export function isString(target: RootShape): boolean {
  return target.kind === "string" || target.kind === "enum";
}

/** {@link scalarWriter} of the formats of text. */
export function textWriter(context: CodecContext, member: MemberShape): string {
  return scalarWriter(context, member, () => timestampFormatOf(context, member));
}

/** {@link scalarReader} of the formats of text. */
export function textReader(context: CodecContext, reader: "decode" | "receive", member: MemberShape): string {
  return scalarReader(context, reader, member, () => timestampFormatOf(context, member));
}

/** `date-time` unless `timestampFormat` says otherwise (Smithy 2.0, "AWS query protocol", "AWS restXml protocol"). */
function timestampFormatOf(context: CodecContext, member: MemberShape): string {
  const format = effectiveTrait(context.model, member, "smithy.api#timestampFormat")?.value;
  return format === "epoch-seconds" || format === "http-date" ? format : "date-time";
}

/** Members that formats of text carry, in model order: neither streams nor documents. */
export function textMembers(model: Model, shape: StructureShape | UnionShape): readonly MemberShape[] {
  return [...shape.members.values()].filter(
    (member) => !isStreaming(model, member) && targetOf(model, member).kind !== "document",
  );
}

/** {@link textMembers} of a part of a structure. */
export function textMembersOf(context: CodecContext, shape: StructureShape, part: Part): readonly MemberShape[] {
  const known = new Set(membersOf(context, shape, part));
  return textMembers(context.model, shape).filter((member) => known.has(member));
}

/** A warning for each member that is a document, which formats of text do not have. */
export function documentsOf(
  context: CodecContext,
  shape: StructureShape | UnionShape,
  format: string,
): readonly Diagnostic[] {
  return [...shape.members.values()]
    .filter((member) => targetOf(context.model, member).kind === "document")
    .map((member) => ({
      code: "emit/document-in-text",
      severity: "WARNING",
      shape: member.id,
      ...(member.location === undefined ? {} : { location: member.location }),
      message: `${format} has no form for documents, so that ${member.name} is neither written nor read.`,
      suggestion: "Give the data a shape of its own, or choose a protocol of JSON.",
    }));
}
