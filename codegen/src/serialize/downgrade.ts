import { writtenOutTraits } from "../shapes/mixin-traits.js";
import type { Model } from "../shapes/model.js";
import { createNodeObject, isNodeArray, type Node } from "../shapes/node.js";
import { equalNodes } from "../shapes/node-equality.js";
import type { AppliedTrait, EnumShape, MemberShape, RootShape, SimpleShape, Traits } from "../shapes/shape.js";
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

/** Kinds that had a value without being asked in version 1.0, and that value. */
const zeroValues: ReadonlyMap<string, Node> = new Map<string, Node>([
  ["boolean", false],
  ["byte", 0],
  ["short", 0],
  ["integer", 0],
  ["intEnum", 0],
  ["long", 0],
  ["float", 0],
  ["double", 0],
]);

/**
 * A shape as version 1.0 of the language has it: mixins flattened, enums as strings with the `enum` trait, integers for intEnums, no
 * resource properties, `box` where a value can be absent and no trait of version 2.0. Undefined for a mixin.
 */
export function downgradeShape(model: Model, shape: RootShape): RootShape | undefined {
  if (shape.traits.has("smithy.api#mixin")) return undefined;
  const traits = rootTraits(model, shape);
  const common = { mixins: [], introducedTraits: traits, traits };
  switch (shape.kind) {
    case "enum":
      return { ...simpleShape(shape, "string"), ...common };
    case "intEnum":
      return { ...simpleShape(shape, "integer"), ...common };
    case "service":
    case "operation":
      return { ...shape, ...common, introduced: undefined };
    case "resource":
      return { ...shape, ...common, properties: new Map() };
    case "list":
    case "map":
    case "structure":
    case "union": {
      const members = [...shape.members].map(
        ([name, member]) => [name, downgradeMember(model, shape, member)] as const,
      );
      return { ...shape, ...common, members: new Map(members) };
    }
    default:
      return { ...shape, ...common };
  }
}

function simpleShape(
  { id, location }: EnumShape,
  kind: "string" | "integer",
): Omit<SimpleShape, "traits" | "introducedTraits"> {
  return { kind, id, location, members: new Map(), mixins: [] };
}

function rootTraits(model: Model, shape: RootShape): Traits {
  const traits = oldTraits(writtenOutTraits(model, shape));
  if (zeroValues.has(shape.kind) && !isZero(shape.traits, shape)) traits.set(boxTrait, annotation(boxTrait));
  const values = shape.kind === "enum" ? enumValues(shape) : undefined;
  if (values !== undefined) traits.set("smithy.api#enum", { id: "smithy.api#enum", value: values });
  return traits;
}

function downgradeMember(model: Model, shape: RootShape, member: MemberShape): MemberShape {
  const traits = oldTraits(member.traits);
  const isBoxedMember = shape.kind === "structure" ? isBoxed(model, member) : member.traits.has(boxTrait);
  if (isBoxedMember) traits.set(boxTrait, annotation(boxTrait));
  return { ...member, mixins: [], traits, introducedTraits: traits };
}

/** A member whose value can be absent although its target had a value without being asked. */
function isBoxed(model: Model, member: MemberShape): boolean {
  const target = model.shapes.get(member.target);
  if (target === undefined || !zeroValues.has(target.kind) || isZero(member.traits, target)) return false;
  if (member.traits.get(defaultTrait)?.value === null) return true;
  return member.traits.has(addedDefaultTrait) && isZero(target.traits, target);
}

function isZero(traits: Traits, { kind }: RootShape): boolean {
  const value = traits.get(defaultTrait)?.value;
  return value !== undefined && equalNodes(value, zeroValues.get(kind) ?? null);
}

function annotation(id: ShapeId): AppliedTrait {
  return { id, value: createNodeObject() };
}

function oldTraits(traits: Traits): Map<ShapeId, AppliedTrait> {
  return new Map([...traits].filter(([id]) => !newTraits.has(id)));
}

/** The value of the `enum` trait; undefined where a member's value is no string. */
function enumValues(shape: EnumShape): readonly Node[] | undefined {
  const values = [...shape.members.values()].map(enumValue);
  return values.some(({ value }) => typeof value !== "string") ? undefined : values;
}

function enumValue({ name, traits }: MemberShape): Record<string, Node> {
  const entry = createNodeObject();
  entry["value"] = traits.get("smithy.api#enumValue")?.value ?? null;
  entry["name"] = name;
  const documentation = traits.get("smithy.api#documentation")?.value;
  if (documentation !== undefined) entry["documentation"] = documentation;
  const tags = tagsOf(traits);
  if (tags.length > 0) entry["tags"] = tags;
  if (traits.has("smithy.api#deprecated")) entry["deprecated"] = true;
  return entry;
}

/** Version 1.0 says of a value that it is internal by a tag. */
function tagsOf(traits: Traits): readonly Node[] {
  const tags = traits.get("smithy.api#tags")?.value;
  const written = isNodeArray(tags) ? tags : [];
  return traits.has("smithy.api#internal") && !written.includes("internal") ? [...written, "internal"] : written;
}
