import { propertyAccess, stringLiteral } from "../../../emit/escape.js";
import { constant } from "../../../emit/structures.js";
import { runtimeType, runtimeValue } from "../../../emit/symbol.js";
import type { MemberShape, StructureShape, UnionShape } from "../../../shapes/shape.js";
import type { CodecContext } from "../context.js";
import { bodyMembers } from "../members.js";
import { membersOf, type Part } from "../part.js";

/** The local name of a function of `@tsmith/runtime/codec/cbor`. */
export function cborHelper(context: CodecContext, name: string): string {
  return context.file.use(runtimeValue("codec/cbor", name));
}

/** The local name of a type of `@tsmith/runtime/codec/cbor`. */
export function cborType(context: CodecContext, name: string): string {
  return context.file.use(runtimeType("codec/cbor", name));
}

/** What the members of a shape are called on the wire: the constant that holds the names, and where each of them stands there. */
export interface ShapeKeys {
  readonly name: string;
  readonly members: readonly MemberShape[];
}

/** Adds the constant with the names of a shape's members, or of some of them, in model order. Nothing for a shape without members. */
export function addKeys(context: CodecContext, shape: StructureShape | UnionShape, part?: Part): ShapeKeys {
  const members = part === undefined ? bodyMembers(context.model, shape) : membersOf(context, shape, part);
  let name = `${part === undefined ? "keysOf" : "eventKeysOf"}${context.names.shapeName(shape.id)}`;
  while (context.names.isTaken(name)) name += "_";
  if (members.length > 0) {
    const names = `[${members.map((member) => stringLiteral(member.name)).join(", ")}]`;
    const others = otherNames(shape, members);
    const value = `/* @__PURE__ */ ${cborHelper(context, "cborKeys")}(${names}${others})`;
    context.file.add(constant({ name, exported: false, value }));
  }
  return { name, members };
}

/** Services write the text of an error as `message` or `Message`, whatever the model says. */
function otherNames(shape: StructureShape | UnionShape, members: readonly MemberShape[]): string {
  if (!shape.traits.has("smithy.api#error")) return "";
  const position = members.findIndex((member) => /^message$/i.test(member.name));
  const other = members[position]?.name === "message" ? "Message" : "message";
  return position < 0 || shape.members.has(other) ? "" : `, { ${other}: ${position} }`;
}

/** A property of a local object whose name may be any. */
export function property(object: string, name: string): string {
  return object + propertyAccess(name);
}
