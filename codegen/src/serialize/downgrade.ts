import { hasZeroValue, isZeroValue } from "../knowledge/nullability.js";
import { withMembers } from "../shapes/edit-members.js";
import { enumDefinitions } from "../shapes/enum-definitions.js";
import { flattenMixins } from "../shapes/flatten-mixins.js";
import type { Model } from "../shapes/model.js";
import { createNodeObject, type Node } from "../shapes/node.js";
import type { AppliedTrait, EnumShape, MemberShape, RootShape, Traits } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

const boxTrait = "smithy.api#box";
const defaultTrait = "smithy.api#default";
const addedDefaultTrait = "smithy.api#addedDefault";
const newTraits: ReadonlySet<ShapeId> = new Set([
  defaultTrait,
  addedDefaultTrait,
  boxTrait,
  "smithy.api#clientOptional",
  "smithy.api#property",
  "smithy.api#notProperty",
]);

/**
 * A shape as version 1.0 of the language has it: mixins flattened, enums as strings with the `enum` trait, integers for intEnums, no
 * resource properties, `box` where a value can be absent and no trait of version 2.0. Undefined for a mixin.
 */
export function downgradeShape(model: Model, written: RootShape): RootShape | undefined {
  if (written.traits.has("smithy.api#mixin")) return undefined;
  const shape = flattenMixins(model, written);
  const traits = rootTraits(shape);
  const common = { introducedTraits: traits, traits };
  switch (shape.kind) {
    case "enum":
      return { ...shape, ...common, kind: "string", members: new Map() };
    case "intEnum":
      return { ...shape, ...common, kind: "integer", members: new Map() };
    case "resource":
      return { ...shape, ...common, properties: new Map() };
    default:
      return withMembers({ ...shape, ...common }, (member) => downgradeMember(model, shape, member));
  }
}

function rootTraits(shape: RootShape): Traits {
  const traits = oldTraits(shape.traits);
  if (hasZeroValue(shape.kind) && !isZero(shape.traits, shape)) traits.set(boxTrait, annotation(boxTrait));
  const values = shape.kind === "enum" ? enumValues(shape) : undefined;
  if (values !== undefined) traits.set("smithy.api#enum", { id: "smithy.api#enum", value: values });
  return traits;
}

function downgradeMember(model: Model, shape: RootShape, member: MemberShape): MemberShape {
  const traits = oldTraits(member.traits);
  const isBoxedMember = shape.kind === "structure" ? isBoxed(model, member) : member.traits.has(boxTrait);
  if (isBoxedMember) traits.set(boxTrait, annotation(boxTrait));
  return { ...member, traits, introducedTraits: traits };
}

/** A member whose value can be absent although its target had a value without being asked. */
function isBoxed(model: Model, member: MemberShape): boolean {
  const target = model.shapes.get(member.target);
  if (target === undefined || !hasZeroValue(target.kind) || isZero(member.traits, target)) return false;
  if (member.traits.get(defaultTrait)?.value === null) return true;
  return member.traits.has(addedDefaultTrait) && isZero(target.traits, target);
}

function isZero(traits: Traits, { kind }: RootShape): boolean {
  const value = traits.get(defaultTrait)?.value;
  return value !== undefined && isZeroValue(value, kind);
}

function annotation(id: ShapeId): AppliedTrait {
  return { id, value: createNodeObject() };
}

function oldTraits(traits: Traits): Map<ShapeId, AppliedTrait> {
  return new Map([...traits].filter(([id]) => !newTraits.has(id)));
}

/** The value of the `enum` trait; undefined where a member's value is no string. */
function enumValues(shape: EnumShape): readonly Node[] | undefined {
  const definitions = enumDefinitions(shape);
  return definitions.some(({ value }) => typeof value !== "string") ? undefined : definitions;
}
