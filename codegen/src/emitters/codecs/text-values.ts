import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { runtimeValue } from "../../emit/symbol.js";
import { effectiveTrait, isStreaming } from "../../knowledge/traits.js";
import { targetOf, type Model } from "../../shapes/model.js";
import type { MemberShape, RootShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import { helper, type CodecContext } from "./context.js";
import { membersOf, type Part } from "./part.js";

/** Kinds whose writers are those of JSON: what they write has no quotes. */
const writers: Readonly<Record<string, readonly ["codec" | "codec/text", string]>> = {
  blob: ["codec/text", "encodeTextBlob"],
  boolean: ["codec", "encodeBoolean"],
  byte: ["codec", "encodeInteger"],
  short: ["codec", "encodeInteger"],
  integer: ["codec", "encodeInteger"],
  intEnum: ["codec", "encodeInteger"],
  long: ["codec", "encodeInteger"],
  float: ["codec/text", "encodeTextDouble"],
  double: ["codec/text", "encodeTextDouble"],
  bigInteger: ["codec", "encodeBigint"],
  bigDecimal: ["codec", "encodeDecimal"],
};

const readers: Readonly<Record<string, string>> = {
  blob: "Blob",
  boolean: "Boolean",
  byte: "Byte",
  short: "Short",
  integer: "Integer",
  intEnum: "Integer",
  long: "Long",
  float: "Float",
  double: "Double",
  bigInteger: "BigInteger",
  bigDecimal: "Decimal",
};

const timestampWriters: Readonly<Record<string, readonly ["codec" | "codec/text", string]>> = {
  "epoch-seconds": ["codec", "encodeEpochSeconds"],
  "date-time": ["codec/text", "encodeTextDateTime"],
  "http-date": ["codec/text", "encodeTextHttpDate"],
};

const timestampReaders: Readonly<Record<string, readonly ["codec" | "codec/text", string]>> = {
  "epoch-seconds": ["codec/text", "decodeTextEpochSeconds"],
  "date-time": ["codec", "decodeDateTime"],
  "http-date": ["codec", "decodeHttpDate"],
};

/** Whether the value is text itself, for which each format has its own way of escaping. */
export function isString(target: RootShape): boolean {
  return target.kind === "string" || target.kind === "enum";
}

/** The function that writes a scalar other than a string as text; its arguments are the value and where it stands. */
export function textWriter(context: CodecContext, member: MemberShape): string {
  const target = targetOf(context.model, member);
  if (target.kind === "long" && context.options.long === "bigint") return helper(context, "encodeBigint");
  const found =
    target.kind === "timestamp" ? timestampWriters[timestampFormatOf(context, member)] : writers[target.kind];
  if (found === undefined) throw new Error(`No text stands for a ${target.kind}`);
  return context.file.use(runtimeValue(...found));
}

/** The function that reads a scalar other than a string from text. A client takes whatever a double holds for a float. */
export function textReader(context: CodecContext, reader: "decode" | "receive", member: MemberShape): string {
  const target = targetOf(context.model, member);
  if (target.kind === "timestamp") {
    const found = timestampReaders[timestampFormatOf(context, member)] ?? ["codec", "decodeDateTime"];
    return context.file.use(runtimeValue(...found));
  }
  const isBigLong = target.kind === "long" && context.options.long === "bigint";
  const kind = isBigLong
    ? "BigLong"
    : target.kind === "float" && reader === "receive"
      ? "Double"
      : readers[target.kind];
  if (kind === undefined) throw new Error(`No text stands for a ${target.kind}`);
  return context.file.use(runtimeValue("codec/text", `decodeText${kind}`));
}

/** `date-time` unless `timestampFormat` says otherwise (Smithy 2.0, "AWS query protocol", "AWS restXml protocol"). */
function timestampFormatOf(context: CodecContext, member: MemberShape): string {
  const format = effectiveTrait(context.model, member, "smithy.api#timestampFormat")?.value;
  return typeof format === "string" && format in timestampWriters ? format : "date-time";
}

/** The type of enums and intEnums: whether the value is a known one is the validator's question. */
export function openTypeOf(context: CodecContext, reader: "decode" | "receive", target: RootShape): string | undefined {
  if (target.kind !== "enum" && target.kind !== "intEnum") return undefined;
  return context.file.use(reader === "decode" ? context.names.type(target.id) : context.names.received(target.id));
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
