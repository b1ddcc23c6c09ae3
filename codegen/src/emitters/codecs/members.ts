import { propertyAccess, stringLiteral } from "../../emit/escape.js";
import { typeExpression } from "../../emit/type-expression.js";
import { errorProperties } from "../../knowledge/error-properties.js";
import { isStreaming, stringTrait } from "../../knowledge/traits.js";
import type { Model } from "../../shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import { helper, helperType, type CodecContext } from "./context.js";

/** Names that every object inherits: reading one that is absent would find something else. */
const inheritedNames = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether every object has something of that name. */
export function isInherited(name: string): boolean {
  return inheritedNames.has(name);
}

/** Members that JSON carries, in model order. Streams are not among them. */
export function bodyMembers(model: Model, shape: StructureShape | UnionShape): readonly MemberShape[] {
  return [...shape.members.values()].filter((member) => !isStreaming(model, member));
}

/** What a member is called in JSON: its name, or what `jsonName` says where the protocol counts it. */
export function wireName({ dialect }: CodecContext, member: MemberShape): string {
  return (dialect === "rest-json" ? stringTrait(member, "smithy.api#jsonName") : undefined) ?? member.name;
}

/** Members in the order in which JSON is written: by name, in code units. */
export function membersByName(context: CodecContext, members: readonly MemberShape[]): readonly MemberShape[] {
  return members.toSorted((left, right) => (wireName(context, left) < wireName(context, right) ? -1 : 1));
}

/** The property that holds a member in TypeScript: its name, except that those of errors may have to give way. */
export function propertyOf(context: CodecContext, shape: StructureShape | UnionShape, member: MemberShape): string {
  if (shape.kind !== "structure" || !shape.traits.has("smithy.api#error")) return member.name;
  return errorProperties(context.model, shape).get(member.name) ?? member.name;
}

/** An expression for the member of `object`. */
export function readMember(context: CodecContext, object: string, name: string): string {
  return inheritedNames.has(name)
    ? `${helper(context, "ownMember")}(${object}, ${stringLiteral(name)})`
    : object + propertyAccess(name);
}

/** {@link readMember} of a union: its alternatives without the member have no type for it. */
export function readUnionMember(context: CodecContext, object: string, member: MemberShape): string {
  if (!inheritedNames.has(member.name)) return object + propertyAccess(member.name);
  const type = typeExpression({ ...context, use: context.file.use }, member, "written");
  const anyObject = helperType(context, "JsonObject");
  return `${helper(context, "ownMember")}(${object} as ${anyObject}, ${stringLiteral(member.name)}) as ${type} | undefined`;
}

/** A statement that sets the member of `object`. */
export function writeMember(context: CodecContext, object: string, name: string, value: string): string {
  return name === "__proto__"
    ? `${helper(context, "setMember")}(${object}, ${stringLiteral(name)}, ${value});`
    : `${object}${propertyAccess(name)} = ${value};`;
}

/** The literal of a member's JSON pointer below `path`, as code. */
export function memberPath(name: string): string {
  const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
  return `path + ${stringLiteral(`/${token}`)}`;
}
