import { runtimeValue } from "../../emit/symbol.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape } from "../../shapes/shape.js";
import { helper, type CodecContext } from "./context.js";

/** A function of the runtime: its module and its name. */
type TextFunction = readonly [module: "codec" | "codec/text", name: string];

/** Kinds whose writers are those of JSON: what they write has no quotes. */
const writers: Readonly<Record<string, TextFunction>> = {
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

const timestampWriters: Readonly<Record<string, TextFunction>> = {
  "epoch-seconds": ["codec", "encodeEpochSeconds"],
  "date-time": ["codec/text", "encodeTextDateTime"],
  "http-date": ["codec/text", "encodeTextHttpDate"],
};

const timestampReaders: Readonly<Record<string, TextFunction>> = {
  "epoch-seconds": ["codec/text", "decodeTextEpochSeconds"],
  "date-time": ["codec", "decodeDateTime"],
  "http-date": ["codec", "decodeHttpDate"],
};

/**
 * The function that writes a scalar other than a string as text; its arguments are the value and where it stands.
 *
 * @param timestampFormat - of a timestamp: that of the place where its text stands
 */
export function scalarWriter(context: CodecContext, member: MemberShape, timestampFormat: () => string): string {
  const target = targetOf(context.model, member);
  if (target.kind === "long" && context.options.long === "bigint") return helper(context, "encodeBigint");
  const found = target.kind === "timestamp" ? timestampWriters[timestampFormat()] : writers[target.kind];
  if (found === undefined) throw new Error(`No text stands for a ${target.kind}`);
  return context.file.use(runtimeValue(...found));
}

/**
 * The function that reads a scalar other than a string from text; its arguments are the text and the value's path. A client takes
 * whatever a double holds for a float: the service may know the model better.
 */
export function scalarReader(
  context: CodecContext,
  reader: "decode" | "receive",
  member: MemberShape,
  timestampFormat: () => string,
): string {
  const target = targetOf(context.model, member);
  if (target.kind === "timestamp") {
    return context.file.use(runtimeValue(...(timestampReaders[timestampFormat()] ?? ["codec", "decodeDateTime"])));
  }
  const isBigLong = target.kind === "long" && context.options.long === "bigint";
  const isAnyDouble = target.kind === "float" && reader === "receive";
  const kind = isBigLong ? "BigLong" : isAnyDouble ? "Double" : readers[target.kind];
  if (kind === undefined) throw new Error(`No text stands for a ${target.kind}`);
  return context.file.use(runtimeValue("codec/text", `decodeText${kind}`));
}
