import { effectiveTrait, isSensitive, isSparse } from "../../knowledge/traits.js";
import { targetOf } from "../../shapes/model.js";
import type { ListShape, MapShape, MemberShape, RootShape } from "../../shapes/shape.js";
import { helper, helperType, type CodecContext, type Direction } from "./context.js";
import { openTypeOf } from "./open-type.js";

const scalarHelpers = {
  blob: "Blob",
  boolean: "Boolean",
  string: "String",
  byte: "Byte",
  short: "Short",
  integer: "Integer",
  long: "Long",
  float: "Float",
  double: "Double",
  bigInteger: "BigInteger",
  bigDecimal: "Decimal",
  document: "Document",
  enum: "String",
  intEnum: "Integer",
} as const;

/** All integers that a number holds are written alike, and so are floats and doubles. */
const encoders: Readonly<Record<string, string>> = {
  Byte: "Integer",
  Short: "Integer",
  Long: "Integer",
  BigLong: "Bigint",
  BigInteger: "Bigint",
  Float: "Double",
};

const timestampHelpers: Readonly<Record<string, string>> = {
  "epoch-seconds": "EpochSeconds",
  "date-time": "DateTime",
  "http-date": "HttpDate",
};

/**
 * `epoch-seconds` unless `timestampFormat` says otherwise (Smithy 2.0, "AWS JSON protocols", shape serialization), which does not count in
 * Smithy RPC v2 JSON.
 */
function timestampFormatOf(context: CodecContext, member: MemberShape): string {
  if (context.dialect === "rpc-json") return "epoch-seconds";
  const format = effectiveTrait(context.model, member, "smithy.api#timestampFormat")?.value;
  return typeof format === "string" && format in timestampHelpers ? format : "epoch-seconds";
}

/**
 * The function that writes or reads the value of a member, as an expression: what is passed to the helpers of lists and maps.
 * Its arguments are the value and where it stands.
 */
function codecOf(context: CodecContext, direction: Direction, member: MemberShape): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
      return target.id === "smithy.api#Unit"
        ? helper(context, direction === "encode" ? "encodeUnit" : "decodeUnit")
        : context.file.use(context.names[direction](target.id, context.dialect));
    case "list":
    case "map":
      if (isPlainStrings(context, direction, target)) return helper(context, `${direction}Strings`);
      // Collections of collections: the types of the arguments follow from where the function is passed.
      return `(item, place) => ${collectionCall(context, direction, target, "item", "place")}`;
    default:
      return scalarCodec(context, direction, member, target);
  }
}

/** An expression that writes or reads `value`, a member's. `where` is code for where it stands. */
export function codecCall(
  context: CodecContext,
  direction: Direction,
  member: MemberShape,
  value: string,
  where: string,
): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
      return `${codecOf(context, direction, member)}(${value}${direction === "encode" ? "" : `, ${where}`})`;
    case "list":
    case "map":
      return collectionCall(context, direction, target, value, where);
    default: {
      const call = `${scalarName(context, direction, member, target)}(${value}, ${where})`;
      const cast = direction === "encode" ? undefined : openTypeOf(context, direction, target);
      return cast === undefined ? call : `${call} as ${cast}`;
    }
  }
}

/** An expression that writes or reads a whole list or map. */
function collectionCall(
  context: CodecContext,
  direction: Direction,
  target: ListShape | MapShape,
  value: string,
  where: string,
): string {
  if (isPlainStrings(context, direction, target)) {
    const call = `${helper(context, `${direction}Strings`)}(${value}, ${where})`;
    const item = target.kind === "list" ? targetOf(context.model, target.member) : undefined;
    const cast = direction === "encode" || item === undefined ? undefined : openTypeOf(context, direction, item);
    return cast === undefined ? call : `${call} as ${cast}[]`;
  }
  const item = target.kind === "list" ? target.member : target.value;
  const sparse = isSparse(target) ? "Sparse" : "";
  const verb = direction === "receive" && sparse !== "" ? "decode" : direction;
  const name = `${verb}${sparse}${target.kind === "list" ? "List" : "Map"}`;
  // The same as validators say in place of a key that is secret.
  const hidesKeys = direction !== "encode" && target.kind === "map" && isSensitive(context.model, target.key);
  const shownKey = hidesKeys ? ', "*"' : "";
  return `${helper(context, name)}(${value}, ${where}, ${codecOf(context, direction, item)}${shownKey})`;
}

/** Dense lists of strings have a function of their own. A client drops nulls, so that it takes the general one. */
function isPlainStrings(context: CodecContext, direction: Direction, target: ListShape | MapShape): boolean {
  if (target.kind !== "list" || isSparse(target) || direction === "receive") return false;
  const { kind } = targetOf(context.model, target.member);
  return kind === "string" || kind === "enum";
}

function scalarCodec(context: CodecContext, direction: Direction, member: MemberShape, target: RootShape): string {
  const name = scalarName(context, direction, member, target);
  const cast = direction === "encode" ? undefined : openTypeOf(context, direction, target);
  return cast === undefined ? name : `${name} as ${helperType(context, "Decode")}<${cast}>`;
}

function scalarName(context: CodecContext, direction: Direction, member: MemberShape, target: RootShape): string {
  const kind =
    target.kind === "timestamp"
      ? (timestampHelpers[timestampFormatOf(context, member)] ?? "EpochSeconds")
      : target.kind === "long" && context.options.long === "bigint"
        ? "BigLong"
        : scalarHelpers[target.kind as keyof typeof scalarHelpers];
  if (context.dialect === "rpc-json" && (kind === "BigInteger" || kind === "Decimal")) {
    return helper(context, `${direction}${kind}Text`);
  }
  if (direction === "encode") return helper(context, `encode${encoders[kind] ?? kind}`);
  // Clients take times as services write them, with any offset; and so do servers whose clients always did.
  if (direction === "decode" && kind === "DateTime" && context.dialect === "rest-json")
    return helper(context, "decodeUtcDateTime");
  // A client takes whatever a double holds: the service may know the model better.
  return helper(context, `decode${direction === "receive" && kind === "Float" ? "Double" : kind}`);
}
