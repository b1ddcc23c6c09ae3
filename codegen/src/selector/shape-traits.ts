import { createNodeObject, isNodeArray, type Node } from "../shapes/node.js";
import type { MemberShape, Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

const enumTrait = "smithy.api#enum";

/** The IDs of the traits that selectors see: an enum carries, beside its own, one that Smithy makes of its members. */
export function traitKeys(shape: Shape): readonly ShapeId[] {
  const keys = [...shape.traits.keys()];
  return enumTraitOf(shape) === undefined ? keys : [...keys, "smithy.synthetic#enum"];
}

/** True for a trait of the shape; an enum shape counts as carrying `enum`, the trait of version 1.0. */
export function carriesTrait(shape: Shape, id: ShapeId): boolean {
  return id === enumTrait && shape.kind === "enum" ? enumTraitOf(shape) !== undefined : shape.traits.has(id);
}

const synthetic = new WeakMap<Shape, Node>();

/** What the `enum` trait of version 1.0 would say of an enum shape; undefined for other shapes. */
export function enumTraitOf(shape: Shape): Node | undefined {
  if (shape.kind !== "enum") return undefined;
  let value = synthetic.get(shape);
  if (value === undefined) {
    const definitions = Array.from(shape.members.values(), enumDefinition);
    if (definitions.includes(undefined)) return undefined;
    value = definitions as readonly Node[];
    synthetic.set(shape, value);
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
