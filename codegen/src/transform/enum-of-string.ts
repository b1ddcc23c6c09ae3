import { isNodeArray, type Node, nodeMember } from "../shapes/node.js";
import type { AppliedTrait, EnumShape, MemberShape, SimpleShape, Traits } from "../shapes/shape.js";
import { isIdentifier, type ShapeId, withMember } from "../shapes/shape-id.js";
import { withoutTraits } from "./edit-traits.js";

const enumTrait: ShapeId = "smithy.api#enum";
const namableValue = /^[a-zA-Z\-_.:/\s]+[a-zA-Z_0-9\-.:/\s]*$/;

/** The enum that a string with an `@enum` trait is; undefined without one, or where a definition has no name and can get none. */
export function enumOfString(shape: SimpleShape, synthesizeNames: boolean): EnumShape | undefined {
  const definitions = shape.traits.get(enumTrait)?.value;
  if (!isNodeArray(definitions)) return undefined;
  const members = new Map<string, MemberShape>();
  for (const definition of definitions) {
    const name = nameOfDefinition(definition, synthesizeNames);
    if (name === undefined || !isIdentifier(name)) return undefined;
    members.set(name, memberOf(shape, name, definition));
  }
  return { ...withoutTraits(shape, new Set([enumTrait])), kind: "enum", members };
}

function nameOfDefinition(definition: Node, synthesizeNames: boolean): string | undefined {
  const name = nodeMember(definition, "name");
  if (typeof name === "string") return name;
  const value = nodeMember(definition, "value");
  if (!synthesizeNames || typeof value !== "string" || !namableValue.test(value)) return undefined;
  return value.replaceAll(/[-.:/\s]+/g, "_");
}

function memberOf(shape: SimpleShape, name: string, definition: Node): MemberShape {
  const { id, location } = shape;
  const traits = traitsOf(definition, location);
  return {
    kind: "member",
    id: withMember(id, name),
    name,
    container: id,
    target: "smithy.api#Unit",
    mixins: [],
    traits,
    introducedTraits: traits,
    location,
  };
}

function traitsOf(definition: Node, location: SimpleShape["location"]): Traits {
  const traits = new Map<ShapeId, AppliedTrait>();
  const add = (name: string, value: Node | undefined): void => {
    const id = `smithy.api#${name}`;
    if (value !== undefined) traits.set(id, { id, value, location });
  };
  const tags = nodeMember(definition, "tags");
  const hasTags = isNodeArray(tags) && tags.length > 0;
  add("enumValue", nodeMember(definition, "value"));
  add("documentation", nodeMember(definition, "documentation"));
  add("tags", hasTags ? tags : undefined);
  add("deprecated", nodeMember(definition, "deprecated") === true ? {} : undefined);
  add("internal", hasTags && tags.includes("internal") ? {} : undefined);
  return traits;
}
