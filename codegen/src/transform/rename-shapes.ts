import { lifecycles } from "../shapes/lifecycles.js";
import type { Model } from "../shapes/model.js";
import { isNodeArray, isNodeObject, type Node, type NodeObject } from "../shapes/node.js";
import type { MemberShape, RootShape, ServiceShape, Traits } from "../shapes/shape.js";
import { containerOf, memberNameOf, type ShapeId, withMember } from "../shapes/shape-id.js";

/** Gives an ID its new form; the same text where it keeps it. */
type Rename = (id: ShapeId) => ShapeId;

/**
 * Renames shapes, with all references to them: in shapes, in the names and values of traits, and in metadata. As in Smithy's implementation
 * any text there counts as a reference that equals the ID.
 */
export function renameShapes(model: Model, renamed: ReadonlyMap<ShapeId, ShapeId>): Model {
  const rename: Rename = (id) => {
    const member = memberNameOf(id);
    if (member === undefined) return renamed.get(id) ?? id;
    const container = renamed.get(containerOf(id));
    return container === undefined ? id : withMember(container, member);
  };
  if ([...renamed].every(([from, to]) => from === to || !model.shapes.has(from))) return model;
  const shapes = new Map<ShapeId, RootShape>();
  for (const shape of model.shapes.values()) {
    const changed = renameShape(shape, rename);
    shapes.set(changed.id, changed);
  }
  const bundled = model.bundled && new Set([...model.bundled].map(rename));
  return { ...model, shapes, bundled, metadata: renameNode(model.metadata, rename) as NodeObject };
}

function renameShape(shape: RootShape, rename: Rename): RootShape {
  const parts = {
    id: rename(shape.id),
    mixins: renameIds(shape.mixins, rename),
    ...renameTraits(shape, rename),
    members: renameMembers(shape, rename),
  };
  const changes = { ...parts, ...renameProperties(shape, rename), ...renameKeyMembers(shape, parts.members) };
  const isSame = Object.entries(changes).every(([key, value]) => shape[key as keyof RootShape] === value);
  return isSame ? shape : { ...shape, ...changes };
}

function renameIds(ids: readonly ShapeId[], rename: Rename): readonly ShapeId[] {
  const renamed = ids.map(rename);
  return renamed.every((id, index) => id === ids[index]) ? ids : renamed;
}

function renameTargets<Key>(targets: ReadonlyMap<Key, ShapeId>, rename: Rename): ReadonlyMap<Key, ShapeId> {
  const isSame = [...targets.values()].every((id) => rename(id) === id);
  return isSame ? targets : new Map([...targets].map(([key, id]) => [key, rename(id)]));
}

function renameMembers(shape: RootShape, rename: Rename): ReadonlyMap<string, MemberShape> {
  const members = [...shape.members.values()].map((member): MemberShape => {
    const changes = {
      id: rename(member.id),
      container: rename(member.container),
      target: rename(member.target),
      mixins: renameIds(member.mixins, rename),
      ...renameTraits(member, rename),
    };
    const isSame = Object.entries(changes).every(([key, value]) => member[key as keyof MemberShape] === value);
    return isSame ? member : { ...member, ...changes };
  });
  const isSame = members.every((member) => shape.members.get(member.name) === member);
  return isSame ? shape.members : new Map(members.map((member) => [member.name, member]));
}

/** Lists and maps name their members a second time. */
function renameKeyMembers(shape: RootShape, members: ReadonlyMap<string, MemberShape>): object {
  if (shape.kind === "list") return { member: members.get("member") };
  return shape.kind === "map" ? { key: members.get("key"), value: members.get("value") } : {};
}

function renameTraits(
  { traits, introducedTraits }: Pick<RootShape, "traits" | "introducedTraits">,
  rename: Rename,
): Pick<RootShape, "traits" | "introducedTraits"> {
  const renamed = renameEach(traits, rename);
  return {
    traits: renamed,
    introducedTraits: introducedTraits === traits ? renamed : renameEach(introducedTraits, rename),
  };
}

function renameEach(traits: Traits, rename: Rename): Traits {
  let isSame = true;
  const renamed = [...traits.values()].map((trait) => {
    const id = rename(trait.id);
    const value = renameNode(trait.value, rename);
    if (id === trait.id && value === trait.value) return trait;
    isSame = false;
    return { ...trait, id, value };
  });
  return isSame ? traits : new Map(renamed.map((trait) => [trait.id, trait]));
}

function renameNode(node: Node, rename: Rename): Node {
  if (typeof node === "string") return node.includes("#") ? rename(node) : node;
  if (isNodeArray(node)) {
    const items = node.map((item) => renameNode(item, rename));
    return items.every((item, index) => item === node[index]) ? node : items;
  }
  if (!isNodeObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [rename(key), renameNode(value, rename)] as const);
  return entries.every(([key, value]) => Object.hasOwn(node, key) && node[key] === value)
    ? node
    : Object.fromEntries(entries);
}

function renameProperties(shape: RootShape, rename: Rename): object {
  switch (shape.kind) {
    case "operation": {
      const { input, output, errors, introduced } = shape;
      const own = introduced?.errors && { errors: renameIds(introduced.errors, rename) };
      const isSame = own === undefined || own.errors === introduced?.errors;
      return {
        input: rename(input),
        output: rename(output),
        errors: renameIds(errors, rename),
        introduced: isSame ? introduced : own,
      };
    }
    case "resource":
      return {
        identifiers: renameTargets(shape.identifiers, rename),
        properties: renameTargets(shape.properties, rename),
        ...Object.fromEntries(
          lifecycles.flatMap((name) => {
            const id = shape[name];
            return id === undefined ? [] : [[name, rename(id)]];
          }),
        ),
        operations: renameIds(shape.operations, rename),
        collectionOperations: renameIds(shape.collectionOperations, rename),
        resources: renameIds(shape.resources, rename),
      };
    case "service":
      return renameService(shape, rename);
    default:
      return {};
  }
}

function renameService(service: ServiceShape, rename: Rename): object {
  const properties = renameLists(service, rename);
  const { introduced } = service;
  const own = introduced && renameLists(introduced, rename);
  const isSame =
    own === undefined || Object.entries(own).every(([key, value]) => introduced?.[key as keyof typeof own] === value);
  return { ...properties, introduced: isSame ? introduced : { ...introduced, ...own } };
}

type ServiceLists = Partial<Pick<ServiceShape, "operations" | "resources" | "errors" | "rename">>;

function renameLists({ operations, resources, errors, rename: names }: ServiceLists, rename: Rename): ServiceLists {
  return {
    ...(operations && { operations: renameIds(operations, rename) }),
    ...(resources && { resources: renameIds(resources, rename) }),
    ...(errors && { errors: renameIds(errors, rename) }),
    ...(names && { rename: renameKeys(names, rename) }),
  };
}

function renameKeys(names: ReadonlyMap<ShapeId, string>, rename: Rename): ReadonlyMap<ShapeId, string> {
  const isSame = [...names.keys()].every((id) => rename(id) === id);
  return isSame ? names : new Map([...names].map(([id, name]) => [rename(id), name]));
}
