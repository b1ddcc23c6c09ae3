import { nodeMember, type Node } from "../shapes/node.js";
import type { Model } from "../shapes/model.js";
import type { AppliedTrait, MemberShape, Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** The trait on the shape; for a member, its own or else its target's (the rule of every constraint trait). */
export function effectiveTrait(model: Model, shape: Shape, trait: ShapeId): AppliedTrait | undefined {
  const own = shape.traits.get(trait);
  if (own !== undefined || shape.kind !== "member") return own;
  return model.shapes.get(shape.target)?.traits.get(trait);
}

/** The value of a trait that is a string, such as `smithy.api#documentation`. */
export function stringTrait(shape: Shape, trait: ShapeId): string | undefined {
  const value = shape.traits.get(trait)?.value;
  return typeof value === "string" ? value : undefined;
}

/** Documentation of the shape; for a member, its own or else its target's (Smithy 2.0, "documentation trait"). */
export function documentationOf(model: Model, shape: Shape): string | undefined {
  // What the prelude says of its shapes, such as the unit that every enum member targets, says nothing of a member.
  if (shape.kind === "member" && shape.target.startsWith("smithy.api#")) {
    return stringTrait(shape, "smithy.api#documentation");
  }
  const value = effectiveTrait(model, shape, "smithy.api#documentation")?.value;
  return typeof value === "string" ? value : undefined;
}

/** Limits of a length or range, each undefined where there is none. */
export interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** The effective `length` trait. */
export function lengthOf(model: Model, shape: Shape): Bounds | undefined {
  const value = effectiveTrait(model, shape, "smithy.api#length")?.value;
  return value === undefined ? undefined : { min: count(value, "min"), max: count(value, "max") };
}

function count(value: Node, key: string): number | undefined {
  const bound = nodeMember(value, key);
  return bound === undefined || bound === null ? undefined : Number(bound.toString());
}

/** The effective `range` trait. Bounds keep their exact value: they may be beyond what a double holds. */
export function rangeOf(
  model: Model,
  shape: Shape,
): { readonly min: Node | undefined; readonly max: Node | undefined } | undefined {
  const value = effectiveTrait(model, shape, "smithy.api#range")?.value;
  return value === undefined ? undefined : { min: nodeMember(value, "min"), max: nodeMember(value, "max") };
}

/** The effective `pattern` trait: an ECMA 262 regular expression without flags. */
export function patternOf(model: Model, shape: Shape): string | undefined {
  const value = effectiveTrait(model, shape, "smithy.api#pattern")?.value;
  return typeof value === "string" ? value : undefined;
}

/** Whether values must never be shown in logs, errors or traces. */
export function isSensitive(model: Model, shape: Shape): boolean {
  return effectiveTrait(model, shape, "smithy.api#sensitive") !== undefined;
}

/** Whether a list or map may hold null. */
export function isSparse(shape: Shape): boolean {
  return shape.traits.has("smithy.api#sparse");
}

/** Whether a blob is a stream, or a union is an event stream. */
export function isStreaming(model: Model, shape: Shape): boolean {
  return effectiveTrait(model, shape, "smithy.api#streaming") !== undefined;
}

/** The effective default value; undefined when there is none or it is null (Smithy 2.0, "default trait"). */
export function defaultOf(model: Model, member: MemberShape): Exclude<Node, null> | undefined {
  const value = effectiveTrait(model, member, "smithy.api#default")?.value;
  return value === undefined || value === null ? undefined : value;
}

/** `enumValue` of an enum or intEnum member; an enum member without one has its own name. */
export function enumValueOf(member: MemberShape): string | number {
  const value = member.traits.get("smithy.api#enumValue")?.value;
  return typeof value === "string" || typeof value === "number" ? value : member.name;
}
