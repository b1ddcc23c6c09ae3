import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isNodeArray, isNodeObject, type Node, nodeKind, type NodeObject } from "../shapes/node.js";
import { isShapeId, type ShapeId } from "../shapes/shape-id.js";
import type { PointerLocation, Source } from "../source/source.js";
import { additionalProperties, malformed } from "./messages.js";
import type { LoadOperation, ModelVersion } from "./operations.js";

/** Everything that the lowering of one JSON AST adds to. */
export interface AstLowering {
  readonly source: Source;
  readonly version: ModelVersion;
  readonly operations: LoadOperation[];
  readonly diagnostics: Diagnostic[];
  /** Shapes of which something could not be read: nothing more is said of them, and they are left out. */
  readonly failed: Set<ShapeId>;
}

/** A node with the JSON pointer that names its place. */
export interface Place {
  readonly pointer: string;
  /** The shape that the place belongs to, for diagnostics. */
  readonly shape?: ShapeId;
}

/**
 * The target of a member such as `"input": {"target": "a#B"}` ("AST shape reference"). Undefined where there is none, or a diagnostic says what is wrong.
 */
export function lowerReference(
  lowering: AstLowering,
  node: NodeObject,
  key: string,
  place: Place,
): ShapeId | undefined {
  if (!Object.hasOwn(node, key)) return undefined;
  const pointer = `${place.pointer}/${key}`;
  return lowerReferenceNode(lowering, node[key] as Node, { ...place, pointer }, key);
}

function lowerReferenceNode(lowering: AstLowering, node: Node, place: Place, key?: string): ShapeId | undefined {
  const problem =
    key === undefined ? undefined : (found: string) => `Expected \`${key}\` to be an object; found ${found}`;
  const reference = expectObject(lowering, node, place, problem);
  if (reference === undefined) return undefined;
  checkKeys(lowering, reference, ["target"], place);
  return lowerTarget(lowering, reference, place);
}

/** The ID under the key `target`. Undefined when a diagnostic says what is wrong. */
export function lowerTarget(lowering: AstLowering, reference: NodeObject, place: Place): ShapeId | undefined {
  const target = reference["target"];
  if (target === undefined) {
    report(lowering, place, "Missing expected member `target`.");
    return undefined;
  }
  if (typeof target !== "string") {
    report(lowering, place, `Expected \`target\` member to be a string, but found ${nodeKind(target)}`);
    return undefined;
  }
  if (!isShapeId(target)) {
    report(lowering, place, `Invalid shape ID: ${target}`, "Write it as namespace#Name.");
    return undefined;
  }
  return target;
}

/** The targets of a list of references; those that are wrong are left out, with a diagnostic each. Undefined without the key. */
export function lowerReferences(
  lowering: AstLowering,
  node: NodeObject,
  key: string,
  place: Place,
): readonly ShapeId[] | undefined {
  if (!Object.hasOwn(node, key)) return undefined;
  const value = node[key] as Node;
  const pointer = `${place.pointer}/${key}`;
  if (!isNodeArray(value)) {
    report(lowering, { ...place, pointer }, `Expected an array, but found ${nodeKind(value)}.`);
    return undefined;
  }
  return value.flatMap((item, index) => {
    const target = lowerReferenceNode(lowering, item, { ...place, pointer: `${pointer}/${index}` });
    return target === undefined ? [] : [target];
  });
}

/** The targets of an object of references, such as the identifiers of a resource; what is wrong is left out. */
export function lowerReferenceMap(
  lowering: AstLowering,
  node: NodeObject,
  key: string,
  place: Place,
): ReadonlyMap<string, ShapeId> | undefined {
  if (!Object.hasOwn(node, key)) return undefined;
  const references = expectObject(
    lowering,
    node[key] as Node,
    { ...place, pointer: `${place.pointer}/${key}` },
    (found) => `Expected an object, but found ${found}.`,
  );
  if (references === undefined) return undefined;
  const targets = new Map<string, ShapeId>();
  for (const name of Object.keys(references)) {
    const pointer = `${place.pointer}/${key}/${escapePointer(name)}`;
    const target = lowerReferenceNode(lowering, references[name] as Node, { ...place, pointer });
    if (target !== undefined) targets.set(name, target);
  }
  return targets;
}

/** The names that a service gives to shapes of its closure; what is wrong is left out. */
export function lowerRename(
  lowering: AstLowering,
  node: NodeObject,
  place: Place,
): ReadonlyMap<ShapeId, string> | undefined {
  if (!Object.hasOwn(node, "rename")) return undefined;
  const rename = optionalObject(lowering, node, "rename", place);
  const names = new Map<ShapeId, string>();
  for (const id of Object.keys(rename)) {
    const name = rename[id];
    const pointer = `${place.pointer}/rename/${escapePointer(id)}`;
    if (!isShapeId(id)) report(lowering, { ...place, pointer }, `Invalid shape ID: ${id}`);
    else if (typeof name === "string") names.set(id, name);
    else {
      const found = nodeKind(name ?? null);
      report(lowering, { ...place, pointer }, `Expected rename value to be a string, but found ${found}`);
    }
  }
  return names;
}

/** The text under a key (Smithy 2.0, "JSON AST"). Undefined without the key, or when a diagnostic says what is there instead. */
export function optionalString(lowering: AstLowering, node: NodeObject, key: string, place: Place): string | undefined {
  if (!Object.hasOwn(node, key)) return undefined;
  const value = node[key] as Node;
  if (typeof value === "string") return value;
  const message = `Expected \`${key}\` to be a string, but found ${nodeKind(value)}`;
  report(lowering, { ...place, pointer: `${place.pointer}/${key}` }, message);
  return undefined;
}

const nothing: NodeObject = {};

/** The object under a key; an empty one without the key, or when a diagnostic says what is there instead. */
export function optionalObject(lowering: AstLowering, node: NodeObject, key: string, place: Place): NodeObject {
  if (!Object.hasOwn(node, key)) return nothing;
  const value = node[key] as Node;
  const problem = (found: string): string =>
    key === "members" || key === "rename"
      ? `Expected \`${key}\` to be an object, but found ${found}`
      : `Expected \`${key}\` to be an object; found ${found}`;
  return expectObject(lowering, value, { ...place, pointer: `${place.pointer}/${key}` }, problem) ?? nothing;
}

/**
 * The node as an object. Undefined when a diagnostic says what is there instead.
 *
 * @param problem - its message, of the kind of node that was found
 */
export function expectObject(
  lowering: AstLowering,
  node: Node,
  place: Place,
  problem: (found: string) => string = (found) => `Expected object, but found ${found}.`,
): NodeObject | undefined {
  if (isNodeObject(node)) return node;
  report(lowering, place, problem(nodeKind(node)));
  return undefined;
}

/** Unknown properties are most often slips of the pen, and never part of the model. */
export function checkKeys(lowering: AstLowering, node: NodeObject, known: readonly string[], place: Place): void {
  const unknown = Object.keys(node).filter((key) => !known.includes(key));
  if (unknown.length === 0) return;
  const details = { shape: place.shape, location: locate(lowering, place.pointer) };
  lowering.diagnostics.push(additionalProperties.create(details, known, unknown));
}

/** Whether something of the shape that the place belongs to could not be read. */
export function isFailed({ failed }: AstLowering, { shape }: Place): boolean {
  return shape !== undefined && failed.has(shape);
}

/** Adds an ERROR on what cannot be read. A shape gets one only: what follows from the first mistake would only confuse. */
export function report(lowering: AstLowering, place: Place, message: string, suggestion?: string): void {
  if (place.shape !== undefined) {
    if (lowering.failed.has(place.shape)) return;
    lowering.failed.add(place.shape);
  }
  const location = locate(lowering, place.pointer);
  lowering.diagnostics.push(malformed.create({ shape: place.shape, location, suggestion }, message));
}

/** The place of a value: a JSON pointer (RFC 6901), which becomes line and column only where a finding is shown. */
export function locate(lowering: AstLowering, pointer: string): PointerLocation {
  return { source: lowering.source, pointer };
}

/** A key as a JSON pointer's reference token (RFC 6901, section 3). */
export function escapePointer(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}
