import { lifecycles } from "../shapes/lifecycles.js";
import { isNodeObject, type Node, nodeKind, type NodeObject } from "../shapes/node.js";
import { rememberElements } from "../shapes/node-location.js";
import { isIdentifier, isShapeId, memberNameOf, type ShapeId, withMember } from "../shapes/shape-id.js";
import type { Source } from "../source/source.js";
import { parseJsonText } from "./json-text.js";
import { missingVersion, newerVersionNeeded, unsupportedVersion } from "./messages.js";
import {
  type LoweredSource,
  type MemberDefinition,
  type ModelVersion,
  type ShapeDefinition,
  type ShapeProperties,
} from "./operations.js";
import { rootKinds } from "./shape-kinds.js";

import {
  type AstLowering,
  checkKeys,
  escapePointer,
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
    checkKeys(lowering, node, ["type", "traits"], place);
    lowerTraits(lowering, id, node, place);
    return;
  }
  const kind = type === "set" ? "list" : rootKinds.get(type);
  if (kind === undefined || memberNameOf(id) !== undefined) {
    const problem = `Shapes of type \`${type}\` cannot contain a member in their shape ID. Found \`${id}\``;
    report(lowering, place, kind === undefined ? `Invalid shape \`type\`: ${type}` : problem);
    return;
  }
  checkKeys(lowering, node, ["type", "mixins", "traits", ...(propertiesOfKind[type] ?? [])], place);
  const definition: ShapeDefinition = {
    id,
    kind,
    isSet: type === "set",
    fileVersion: lowering.version,
    location: locate(lowering, place.pointer),
    members: lowerMembers(lowering, id, kind, node, place),
    mixins: lowerReferences(lowering, node, "mixins", place) ?? [],
    properties: lowerProperties(lowering, kind, node, place),
  };
  checkVersionOfShape(lowering, node, place);
  if (lowering.failed.has(id)) return;
  lowering.operations.push({ kind: "shape", definition });
  lowerTraits(lowering, id, node, place);
  if (type === "set" && !Object.hasOwn(optionalObject(lowering, node, "traits", place), "smithy.api#uniqueItems")) {
    lowering.operations.push({
      kind: "trait",
      target: id,
      trait: "smithy.api#uniqueItems",
      value: {},
      fileVersion: lowering.version,
      location: definition.location,
    });
  }
}

/** What version 1.0 does not have. */
function checkVersionOfShape(lowering: AstLowering, node: NodeObject, place: Place): void {
  if (lowering.version === "2.0") return;
  const details = { shape: place.shape, location: locate(lowering, place.pointer) };
  if (Object.hasOwn(node, "mixins")) {
    lowering.diagnostics.push(newerVersionNeeded.create(details, "Mixins", "mixins"));
  }
  if (node["type"] === "resource" && Object.hasOwn(node, "properties")) {
    lowering.diagnostics.push(newerVersionNeeded.create(details, "Resource properties", "resource properties"));
  }
}

function lowerMembers(
  lowering: AstLowering,
  container: ShapeId,
  kind: ShapeDefinition["kind"],
  node: NodeObject,
  place: Place,
): readonly MemberDefinition[] {
  if (kind === "list" || kind === "map") {
    const names = kind === "list" ? ["member"] : ["key", "value"];
    return names.flatMap((name) => lowerMember(lowering, container, name, node[name], `${place.pointer}/${name}`));
  }
  if (!Object.hasOwn(node, "members")) return [];
  const members = optionalObject(lowering, node, "members", place);
  return Object.keys(members).flatMap((name) =>
    lowerMember(lowering, container, name, members[name], `${place.pointer}/members/${escapePointer(name)}`),
  );
}

function lowerMember(
  lowering: AstLowering,
  container: ShapeId,
  name: string,
  node: Node | undefined,
  pointer: string,
): readonly MemberDefinition[] {
  if (node === undefined) return [];
  const id = withMember(container, name);
  const place: Place = { pointer, shape: container };
  const member = expectObject(lowering, node, place);
  if (member === undefined) return [];
  if (!isIdentifier(name)) {
    report(lowering, place, `\`${name}\` is not a valid member name.`);
    return [];
  }
  checkKeys(lowering, member, ["target", "traits"], { pointer, shape: id });
  const target = lowerTarget(lowering, member, place);
  if (target === undefined) return [];
  lowerTraits(lowering, id, member, place);
  return [{ name, target, location: locate(lowering, pointer) }];
}

function lowerTraits(lowering: AstLowering, target: ShapeId, node: NodeObject, place: Place): void {
  if (!Object.hasOwn(node, "traits")) return;
  const traits = expectObject(
    lowering,
    node["traits"] as Node,
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

function lowerProperties(
  lowering: AstLowering,
  kind: ShapeDefinition["kind"],
  node: NodeObject,
  place: Place,
): ShapeProperties {
  switch (kind) {
    case "service":
      return {
        version: optionalString(lowering, node, "version", place),
        operations: lowerReferences(lowering, node, "operations", place),
        resources: lowerReferences(lowering, node, "resources", place),
        errors: lowerReferences(lowering, node, "errors", place),
        rename: lowerRename(lowering, node, place),
      };
    case "operation":
      return {
        input: lowerReference(lowering, node, "input", place),
        output: lowerReference(lowering, node, "output", place),
        errors: lowerReferences(lowering, node, "errors", place),
      };
    case "resource":
      return {
        identifiers: lowerReferenceMap(lowering, node, "identifiers", place),
        properties: lowerReferenceMap(lowering, node, "properties", place),
        ...Object.fromEntries(lifecycles.map((name) => [name, lowerReference(lowering, node, name, place)])),
        operations: lowerReferences(lowering, node, "operations", place),
        collectionOperations: lowerReferences(lowering, node, "collectionOperations", place),
        resources: lowerReferences(lowering, node, "resources", place),
      };
    default:
      return {};
  }
}
