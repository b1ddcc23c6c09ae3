import { lifecycles } from "../shapes/lifecycles.js";
import { isNodeObject, type Node, nodeKind, type NodeObject } from "../shapes/node.js";
import { rememberElements } from "../shapes/node-location.js";
import { isIdentifier, isShapeId, memberNameOf, type ShapeId, withMember } from "../shapes/shape-id.js";
import type { Source } from "../source/source.js";
import { parseJsonText } from "./json-text.js";
import { missingVersion, newerVersionNeeded, unsupportedVersion } from "./messages.js";
import { type LoweredSource, type MemberDefinition, type ModelVersion, type ShapeDefinition } from "./operations.js";
import { rootKinds } from "./shape-kinds.js";

import {
  type AstLowering,
  checkKeys,
  escapePointer,
  isFailed,
  expectObject,
  locate,
  lowerReference,
  lowerReferenceMap,
  lowerReferences,
  lowerRename,
  lowerTarget,
  optionalObject,
  optionalString,
  report,
  type Place,
} from "./read-ast.js";

/** Lowers a JSON AST (Smithy 2.0, "JSON AST"). */
export function lowerAst(source: Source): LoweredSource {
  const { value, diagnostics } = parseJsonText(source);
  const lowering: AstLowering = {
    source,
    version: versionOf(value),
    operations: [],
    diagnostics: [...diagnostics],
    failed: new Set(),
  };
  if (value !== undefined) lowerModel(lowering, value);
  return lowering;
}

function versionOf(model: Node | undefined): ModelVersion {
  const version = isNodeObject(model) ? model["smithy"] : undefined;
  return typeof version === "string" && /^1(?:\.0)?$/.test(version) ? "1.0" : "2.0";
}

function lowerModel(lowering: AstLowering, model: Node): void {
  const root = expectObject(lowering, model, { pointer: "" });
  if (root === undefined) return;
  checkKeys(lowering, root, ["smithy", "metadata", "shapes"], { pointer: "" });
  checkVersion(lowering, root);
  const metadata = optionalObject(lowering, root, "metadata", { pointer: "" });
  for (const key of Object.keys(metadata)) {
    const pointer = `/metadata/${escapePointer(key)}`;
    const value = metadata[key] as Node;
    rememberElements(value, (index) => locate(lowering, `${pointer}/${index}`));
    lowering.operations.push({ kind: "metadata", key, value, location: locate(lowering, pointer) });
  }
  const shapes = optionalObject(lowering, root, "shapes", { pointer: "" });
  for (const id of Object.keys(shapes)) {
    const value = shapes[id] as Node;
    const pointer = `/shapes/${escapePointer(id)}`;
    // Smithy reads no further than to an entry that is no shape.
    if (!isShapeId(id)) return report(lowering, { pointer }, `Invalid shape ID: ${id}`, "Write it as namespace#Name.");
    const node = expectObject(lowering, value, { pointer });
    if (node === undefined) return;
    lowerShape(lowering, id, node, { pointer, shape: id });
  }
}

function checkVersion(lowering: AstLowering, root: NodeObject): void {
  const version = root["smithy"];
  if (version === undefined) {
    const details = { location: locate(lowering, ""), suggestion: 'Add "smithy": "2.0".' };
    lowering.diagnostics.push(missingVersion.create(details));
  } else if (typeof version !== "string" || !/^[12](?:\.0)?$/.test(version)) {
    const found = typeof version === "string" ? version : nodeKind(version);
    const details = { location: locate(lowering, "/smithy"), suggestion: 'Use "2.0" or "1.0".' };
    lowering.diagnostics.push(unsupportedVersion.create(details, found));
  }
}

/** The properties that each kind of shape may have beside `type`, `traits` and `mixins`. */
const propertiesOfKind: Readonly<Record<string, readonly string[]>> = {
  list: ["member"],
  set: ["member"],
  map: ["key", "value"],
  structure: ["members"],
  union: ["members"],
  enum: ["members"],
  intEnum: ["members"],
  service: ["version", "operations", "resources", "errors", "rename"],
  operation: ["input", "output", "errors"],
  resource: ["identifiers", "properties", ...lifecycles, "operations", "collectionOperations", "resources"],
};

function lowerShape(lowering: AstLowering, id: ShapeId, node: NodeObject, place: Place): void {
  const type = node["type"];
  if (typeof type !== "string") {
    const found = type === undefined ? undefined : nodeKind(type);
    const problem = `Expected \`type\` member to be a string, but found ${found}`;
    report(lowering, place, found === undefined ? "Missing expected member `type`." : problem);
    return;
  }
  if (type === "apply") {
    if (Object.hasOwn(node, "traits")) lowerTraits(lowering, id, node["traits"] as Node, place);
    if (!isFailed(lowering, place)) checkKeys(lowering, node, ["type", "traits"], place);
    return;
  }
  const kind = type === "set" ? "list" : rootKinds.get(type);
  if (kind === undefined || memberNameOf(id) !== undefined) {
    const problem = `Shapes of type \`${type}\` cannot contain a member in their shape ID. Found \`${id}\``;
    report(lowering, place, kind === undefined ? `Invalid shape \`type\`: ${type}` : problem);
    return;
  }
  const isSet = type === "set";
  const definition: ShapeDefinition = {
    id,
    kind,
    isSet,
    fileVersion: lowering.version,
    location: locate(lowering, place.pointer),
    ...lowerParts(lowering, id, kind, node, place),
  };
  if (isFailed(lowering, place)) return;
  checkKeys(lowering, node, ["type", "mixins", "traits", ...(propertiesOfKind[type] ?? [])], place);
  lowering.operations.push({ kind: "shape", definition });
  if (isSet) markUnique(lowering, definition, node);
}

/** A set is a list of unique items. */
function markUnique(lowering: AstLowering, { id, location }: ShapeDefinition, { traits }: NodeObject): void {
  const trait = "smithy.api#uniqueItems";
  if (traits !== undefined && isNodeObject(traits) && Object.hasOwn(traits, trait)) return;
  lowering.operations.push({ kind: "trait", target: id, trait, value: {}, fileVersion: lowering.version, location });
}

type ShapeParts = Pick<ShapeDefinition, "members" | "mixins" | "properties">;

/**
 * Reads the properties of a shape in the order of the file, no further than to one that cannot be read: traits in front of it
 * count as applied, though the shape is left out.
 */
function lowerParts(
  lowering: AstLowering,
  id: ShapeId,
  kind: ShapeDefinition["kind"],
  node: NodeObject,
  place: Place,
): ShapeParts {
  const members: MemberDefinition[] = [];
  const properties: Record<string, unknown> = {};
  let mixins: readonly ShapeId[] = [];
  for (const key of Object.keys(node)) {
    if (isFailed(lowering, place)) break;
    const known = propertiesOfKind[kind]?.includes(key) ?? false;
    if (key === "traits") lowerTraits(lowering, id, node[key] as Node, place);
    else if (key === "mixins") mixins = lowerReferences(lowering, node, key, place) ?? [];
    else if (key === "members" && known) members.push(...lowerMembers(lowering, id, node, place));
    else if ((kind === "list" || kind === "map") && known) {
      members.push(
        ...lowerMember(lowering, id, key, node[key] as Node, { ...place, pointer: `${place.pointer}/${key}` }),
      );
    } else if (known) properties[key] = lowerProperty(lowering, kind, node, key, place);
  }
  return { members: kind === "map" ? members.toSorted(byName) : members, mixins, properties };
}

/** The key of a map comes before its value, however they were written. */
function byName(left: MemberDefinition, right: MemberDefinition): number {
  return left.name < right.name ? -1 : 1;
}

function lowerMembers(
  lowering: AstLowering,
  container: ShapeId,
  node: NodeObject,
  place: Place,
): readonly MemberDefinition[] {
  const members = optionalObject(lowering, node, "members", place);
  const lowered: MemberDefinition[] = [];
  for (const name of Object.keys(members)) {
    if (isFailed(lowering, place)) break;
    const pointer = `${place.pointer}/members/${escapePointer(name)}`;
    if (isIdentifier(name)) {
      lowered.push(...lowerMember(lowering, container, name, members[name] as Node, { ...place, pointer }));
    } else report(lowering, { ...place, pointer }, `Invalid shape ID member: ${name}`);
  }
  return lowered;
}

function lowerMember(
  lowering: AstLowering,
  container: ShapeId,
  name: string,
  node: Node,
  place: Place,
): readonly MemberDefinition[] {
  const id = withMember(container, name);
  const member = expectObject(lowering, node, place);
  if (member === undefined) return [];
  let target: ShapeId | undefined;
  for (const key of Object.keys(member)) {
    if (key === "target") target = lowerTarget(lowering, member, place);
    else if (key === "traits") lowerTraits(lowering, id, member[key] as Node, place);
    if (isFailed(lowering, place)) return [];
  }
  checkKeys(lowering, member, ["target", "traits"], { ...place, shape: id });
  target ??= lowerTarget(lowering, member, place);
  return target === undefined ? [] : [{ name, target, location: locate(lowering, place.pointer) }];
}

function lowerTraits(lowering: AstLowering, target: ShapeId, node: Node, place: Place): void {
  const traits = expectObject(
    lowering,
    node,
    { ...place, pointer: `${place.pointer}/traits` },
    (found) => `Expected \`traits\` to be an object, but found ${found}`,
  );
  if (traits === undefined) return;
  for (const trait of Object.keys(traits)) {
    const pointer = `${place.pointer}/traits/${escapePointer(trait)}`;
    if (!isShapeId(trait)) {
      report(lowering, { ...place, pointer }, `Invalid shape ID: ${trait}`);
      return;
    }
    const value = traits[trait] as Node;
    const location = locate(lowering, pointer);
    lowering.operations.push({ kind: "trait", target, trait, value, fileVersion: lowering.version, location });
  }
}

function lowerProperty(
  lowering: AstLowering,
  kind: ShapeDefinition["kind"],
  node: NodeObject,
  key: string,
  place: Place,
): unknown {
  switch (key) {
    case "version":
      return optionalString(lowering, node, key, place);
    case "rename":
      return lowerRename(lowering, node, place);
    case "identifiers":
      return lowerReferenceMap(lowering, node, key, place);
    case "properties":
      checkPropertiesVersion(lowering, node, place);
      return lowerReferenceMap(lowering, node, key, place);
    default:
      return isReference(kind, key)
        ? lowerReference(lowering, node, key, place)
        : lowerReferences(lowering, node, key, place);
  }
}

function isReference(kind: ShapeDefinition["kind"], key: string): boolean {
  return kind === "operation" ? key !== "errors" : lifecycles.some((lifecycle) => lifecycle === key);
}

/** What version 1.0 does not have. Smithy names no shape. */
function checkPropertiesVersion(lowering: AstLowering, { properties }: NodeObject, { pointer }: Place): void {
  if (lowering.version === "2.0" || !isNodeObject(properties ?? null)) return;
  const details = { location: locate(lowering, `${pointer}/properties`) };
  lowering.diagnostics.push(newerVersionNeeded.create(details, "Resource properties", "resource properties"));
}
