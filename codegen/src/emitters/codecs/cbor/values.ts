import { isSensitive, isSparse } from "../../../knowledge/traits.js";
import { targetOf } from "../../../shapes/model.js";
import type { ListShape, MapShape, MemberShape, RootShape } from "../../../shapes/shape.js";
import type { CodecContext, Direction } from "../context.js";
import { cborHelper, cborType } from "./context.js";
import { openTypeOf } from "../open-type.js";

const writers: Readonly<Record<string, string>> = {
  blob: "writeBlob",
  boolean: "writeBoolean",
  string: "writeText",
  enum: "writeText",
  byte: "writeInteger",
  short: "writeInteger",
  integer: "writeInteger",
  intEnum: "writeInteger",
  long: "writeInteger",
  bigLong: "writeBigLong",
  float: "writeDouble",
  double: "writeDouble",
  bigInteger: "writeBigInteger",
  bigDecimal: "writeDecimal",
  timestamp: "writeTimestamp",
  document: "writeDocument",
};

const readers: Readonly<Record<string, string>> = {
  blob: "readBlob",
  boolean: "readBoolean",
  string: "readText",
  enum: "readText",
  byte: "readByte",
  short: "readShort",
  integer: "readInteger",
  intEnum: "readInteger",
  long: "readLong",
  bigLong: "readBigLong",
  float: "readFloat",
  double: "readDouble",
  bigInteger: "readBigInteger",
  bigDecimal: "readDecimal",
  timestamp: "readTimestamp",
  document: "readDocument",
};

/** A client takes numbers of any size and form: the service may know the model better. */
const receivers: Readonly<Record<string, string>> = {
  ...readers,
  byte: "receiveInteger",
  short: "receiveInteger",
  integer: "receiveInteger",
  intEnum: "receiveInteger",
  long: "receiveInteger",
  float: "readDouble",
  timestamp: "receiveTimestamp",
};

const helpers: Readonly<Record<Direction, Readonly<Record<string, string>>>> = {
  encode: writers,
  decode: readers,
  receive: receivers,
};

/** The function that writes or reads the value of a member, as an expression: what is passed to the helpers of lists and maps. */
export function cborCodecOf(context: CodecContext, direction: Direction, member: MemberShape): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
      return target.id === "smithy.api#Unit"
        ? cborHelper(context, direction === "encode" ? "writeUnit" : "readUnit")
        : context.file.use(context.names[direction](target.id, "cbor"));
    case "list":
    case "map":
      return direction === "encode"
        ? `(writer, item, place) => ${collectionCall(context, direction, target, "item", "place")}`
        : `(reader) => ${collectionCall(context, direction, target, "", "")}`;
    default: {
      const name = scalarHelper(context, direction, target);
      const cast = direction === "encode" ? undefined : openTypeOf(context, direction, target);
      return cast === undefined ? name : `${name} as ${cborType(context, "ReadCbor")}<${cast}>`;
    }
  }
}

/** A call that writes `value`, a member's. `where` is code for where it stands. */
export function writeCall(context: CodecContext, member: MemberShape, value: string, where: string): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
      return `${cborCodecOf(context, "encode", member)}(writer, ${value})`;
    case "list":
    case "map":
      return collectionCall(context, "encode", target, value, where);
    default:
      return `${scalarHelper(context, "encode", target)}(writer, ${value}, ${where})`;
  }
}

/** An expression that reads the value of a member from `reader`. */
export function readCall(context: CodecContext, direction: "decode" | "receive", member: MemberShape): string {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "structure":
    case "union":
      return `${cborCodecOf(context, direction, member)}(reader)`;
    case "list":
    case "map":
      return collectionCall(context, direction, target, "", "");
    default: {
      const cast = openTypeOf(context, direction, target);
      return `${scalarHelper(context, direction, target)}(reader)${cast === undefined ? "" : ` as ${cast}`}`;
    }
  }
}

/** Items whose lists have functions of their own for clients. */
const ownLists: Readonly<Record<string, string>> = {
  float: "receiveDoubles",
  double: "receiveDoubles",
  timestamp: "receiveTimestamps",
  string: "receiveTexts",
};

function collectionCall(
  context: CodecContext,
  direction: Direction,
  target: ListShape | MapShape,
  value: string,
  where: string,
): string {
  const item = (): string => cborCodecOf(context, direction, target.kind === "list" ? target.member : target.value);
  const sparse = isSparse(target);
  const kind = `${sparse ? "Sparse" : ""}${target.kind === "list" ? "List" : "Map"}`;
  if (direction === "encode") return `${cborHelper(context, `write${kind}`)}(writer, ${value}, ${where}, ${item()})`;
  const own = target.kind === "list" ? ownLists[targetOf(context.model, target.member).kind] : undefined;
  if (own !== undefined && direction === "receive" && !sparse) return `${cborHelper(context, own)}(reader)`;
  const verb = direction === "receive" && !sparse ? "receive" : "read";
  // The same as validators say in place of a key that is secret.
  const shownKey = target.kind === "map" && isSensitive(context.model, target.key) ? ', "*"' : "";
  return `${cborHelper(context, verb + kind)}(reader, ${item()}${shownKey})`;
}

function scalarHelper(context: CodecContext, direction: Direction, target: RootShape): string {
  const kind = target.kind === "long" && context.options.long === "bigint" ? "bigLong" : target.kind;
  return cborHelper(context, helpers[direction][kind] ?? "");
}
