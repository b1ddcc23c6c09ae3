import { bindingsAt, type HttpBinding } from "../../knowledge/http-bindings.js";
import type { BodyUse } from "../../emit/names.js";
import type { EmitSymbol } from "../../emit/symbol.js";
import type { MemberShape, StructureShape, UnionShape } from "../../shapes/shape.js";
import type { CodecContext, Direction } from "./context.js";
import { bodyMembers } from "./members.js";

/** What a function writes or reads: a whole value, or what of an HTTP message's structure its body holds. */
export interface Part {
  readonly direction: Direction;
  /** Undefined for the whole value. */
  readonly body?: { readonly use: BodyUse; readonly bindings: readonly HttpBinding[] } | undefined;
}

/** The members that the function writes or reads, in model order. */
export function membersOf(
  context: CodecContext,
  shape: StructureShape | UnionShape,
  { body }: Part,
): readonly MemberShape[] {
  return body === undefined
    ? bodyMembers(context.model, shape)
    : bindingsAt(body.bindings, "document").map(({ member }) => member);
}

export function symbolOf(
  { names, dialect }: CodecContext,
  { id }: StructureShape | UnionShape,
  part: Part,
): EmitSymbol {
  return part.body === undefined ? names[part.direction](id, dialect) : names.body(part.body.use, id, dialect);
}
