import type { Model } from "./model.js";
import { createNodeObject, isNodeArray, type Node, NumberToken } from "./node.js";
import type { MemberShape, Shape, ShapeKind } from "./shape.js";
import type { ShapeId } from "./shape-id.js";

const box = "smithy.api#box";
const enumTrait = "smithy.api#enum";

/**
 * Traits as selectors and the `trait` relationship see them: those of the model, and two that Smithy adds for tools that know
 * version 1.0 alone: `box` where a number or boolean may be absent, and on enums what the `enum` trait would say of them.
 */
export function visibleTraits(model: Model, shape: Shape): ReadonlyMap<ShapeId, Node> {
  const traits = new Map<ShapeId, Node>();
  for (const { id, value } of shape.traits.values()) traits.set(id, value);
  if (!traits.has(box) && isImplicitlyBoxed(model, shape)) traits.set(box, createNodeObject());
  const definitions = enumTraitOf(shape);
  if (definitions !== undefined) traits.set("smithy.synthetic#enum", definitions);
  return traits;
}

/** The value of a trait among {@link visibleTraits}; an enum answers to the name of the `enum` trait as well. */
export function visibleTrait(model: Model, shape: Shape, id: ShapeId): Node | undefined {
  if (id === enumTrait && shape.kind === "enum") return enumTraitOf(shape);
  const own = shape.traits.get(id)?.value;
  if (own !== undefined || id !== box) return own;
  return isImplicitlyBoxed(model, shape) ? createNodeObject() : undefined;
}

/** Traits that shapes can carry though the model does not say so. */
export function isImplied(id: ShapeId): boolean {
  return id === box || id === enumTrait;
}

/** Kinds that had a default value in version 1.0 unless they were boxed. */
const boxable: ReadonlySet<ShapeKind> = new Set([
  "boolean",
  "byte",
  "short",
  "integer",
  "intEnum",
  "long",
  "float",
  "double",
]);

function isImplicitlyBoxed(model: Model, shape: Shape): boolean {
  if (shape.kind === "member") return isImplicitlyBoxedMember(model, shape);
  return boxable.has(shape.kind) && !isZero(shape.kind, defaultOf(shape));
}

/** Members of structures whose default is null, or was added later. */
function isImplicitlyBoxedMember(model: Model, member: MemberShape): boolean {
  const value = defaultOf(member);
  const isAdded = member.traits.has("smithy.api#addedDefault");
  if (value !== null && !isAdded) return false;
  const target = model.shapes.get(member.target);
  if (target === undefined || !boxable.has(target.kind) || isZero(target.kind, value)) return false;
  const isStructure = model.shapes.get(member.container)?.kind === "structure";
  if (!isStructure || member.id.startsWith("smithy.api#")) return false;
  return value === null || !(target.traits.has(box) || isImplicitlyBoxed(model, target));
}

function defaultOf(shape: Shape): Node | undefined {
  return shape.traits.get("smithy.api#default")?.value;
}

function isZero(kind: ShapeKind, value: Node | undefined): boolean {
  if (kind === "boolean") return value === false;
  return value instanceof NumberToken ? value.toNumber() === 0 : value === 0;
}

const enumTraits = new WeakMap<Shape, Node>();

/** What the `enum` trait of version 1.0 would say of an enum shape; undefined for other shapes. */
function enumTraitOf(shape: Shape): Node | undefined {
  if (shape.kind !== "enum") return undefined;
  let value = enumTraits.get(shape);
  if (value === undefined) {
    const definitions = Array.from(shape.members.values(), enumDefinition);
    if (definitions.includes(undefined)) return undefined;
    value = definitions.filter((definition) => definition !== undefined);
    enumTraits.set(shape, value);
  }
  return value;
}

function enumDefinition(member: MemberShape): Node | undefined {
  const trait = (name: string): Node | undefined => member.traits.get(`smithy.api#${name}`)?.value;
  const definition = createNodeObject();
  const value = trait("enumValue");
  if (typeof value !== "string") return undefined;
  definition["value"] = value;
  definition["name"] = member.name;
  const documentation = trait("documentation");
  if (documentation !== undefined) definition["documentation"] = documentation;
  const tags = trait("tags");
  const known = isNodeArray(tags) ? tags : [];
  const all = trait("internal") === undefined || known.includes("internal") ? known : [...known, "internal"];
  if (all.length > 0) definition["tags"] = all;
  if (trait("deprecated") !== undefined) definition["deprecated"] = true;
  return definition;
}
