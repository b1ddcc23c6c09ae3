import { findShape, type Model } from "../../shapes/model.js";
import {
  createNodeObject,
  isNodeArray,
  isNodeObject,
  type Node,
  nodeMember,
  type NodeObject,
} from "../../shapes/node.js";
import { isIdentifier, type ShapeId, withMember } from "../../shapes/shape-id.js";
import { impliedDefault } from "./implied-default.js";

const boxTrait = "smithy.api#box";
const defaultTrait = "smithy.api#default";
const enumTrait = "smithy.api#enum";
const uniqueItemsTrait = "smithy.api#uniqueItems";

/** {@link upgradeIdl} for a JSON AST. Keys keep their order; a tree of version 2.0 stays as it is. */
export function upgradeAst(model: Model, tree: NodeObject): NodeObject {
  const version = nodeMember(tree, "smithy");
  if (typeof version !== "string" || !/^1(?:\.0)?$/.test(version)) return tree;
  return mapMembers(tree, (key, value) => {
    if (key === "smithy") return "2.0";
    if (key !== "shapes" || !isNodeObject(value)) return value;
    return mapMembers(value, (id, shape) => (isNodeObject(shape) ? upgradeShape(model, id, shape) : shape));
  });
}

function mapMembers(node: NodeObject, map: (key: string, value: Node) => Node): NodeObject {
  const result = createNodeObject();
  for (const [key, value] of Object.entries(node)) result[key] = map(key, value);
  return result;
}

function upgradeShape(model: Model, id: ShapeId, shape: NodeObject): NodeObject {
  const type = nodeMember(shape, "type");
  if (type === "apply") return withTraits(shape, withoutBox(traitsOf(shape)));
  const traits = upgradeTraits(model, id, traitsOf(shape));
  const enumeration = type === "string" ? enumMembers(traits[enumTrait]) : undefined;
  if (enumeration !== undefined) {
    const others = Object.fromEntries(Object.entries(traits).filter(([trait]) => trait !== enumTrait));
    return withTraits({ ...shape, type: "enum", members: enumeration }, others);
  }
  const members = mapMembers(shape, (key, value) => upgradeProperty(model, id, key, value));
  if (type !== "set") return withTraits(members, traits);
  return withTraits({ ...members, type: "list" }, { [uniqueItemsTrait]: {}, ...traits });
}

/** A member, or the members, of a shape; anything else stays. */
function upgradeProperty(model: Model, id: ShapeId, key: string, value: Node): Node {
  const upgradeMember = (name: string, member: Node): Node => {
    const memberId = withMember(id, name);
    if (!isNodeObject(member) || findShape(model, memberId) === undefined) return member;
    return withTraits(member, upgradeTraits(model, memberId, traitsOf(member)));
  };
  if (key === "members" && isNodeObject(value)) return mapMembers(value, upgradeMember);
  return key === "member" || key === "key" || key === "value" ? upgradeMember(key, value) : value;
}

function traitsOf(node: NodeObject): NodeObject {
  const traits = nodeMember(node, "traits");
  return isNodeObject(traits) ? traits : {};
}

function withTraits(node: NodeObject, traits: NodeObject): NodeObject {
  const others = Object.fromEntries(Object.entries(node).filter(([key]) => key !== "traits"));
  return Object.keys(traits).length === 0 ? others : { ...others, traits };
}

function withoutBox(traits: NodeObject): NodeObject {
  return Object.fromEntries(Object.entries(traits).filter(([trait]) => trait !== boxTrait));
}

function upgradeTraits(model: Model, id: ShapeId, traits: NodeObject): NodeObject {
  const value = impliedDefault(model, id);
  return value === undefined ? withoutBox(traits) : { ...withoutBox(traits), [defaultTrait]: value };
}

/** The members of an enum for the values of the `enum` trait, when each has a name. */
function enumMembers(values: Node | undefined): NodeObject | undefined {
  if (!isNodeArray(values) || values.length === 0) return undefined;
  const members: [string, Node][] = [];
  for (const value of values) {
    const name = nodeMember(value, "name");
    if (typeof name !== "string" || !isIdentifier(name)) return undefined;
    members.push([name, { target: "smithy.api#Unit", traits: memberTraits(value) }]);
  }
  return new Set(members.map(([name]) => name)).size === members.length ? Object.fromEntries(members) : undefined;
}

function memberTraits(value: Node): NodeObject {
  const documentation = nodeMember(value, "documentation");
  const tags = nodeMember(value, "tags");
  const isTagged = isNodeArray(tags) && tags.length > 0;
  return {
    ...(documentation === undefined ? {} : { "smithy.api#documentation": documentation }),
    ...(nodeMember(value, "deprecated") === true ? { "smithy.api#deprecated": {} } : {}),
    ...(isTagged && tags.includes("internal") ? { "smithy.api#internal": {} } : {}),
    ...(isTagged ? { "smithy.api#tags": tags } : {}),
    "smithy.api#enumValue": nodeMember(value, "value") ?? null,
  };
}
