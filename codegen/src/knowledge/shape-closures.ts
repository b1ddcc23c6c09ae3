import { selectionIn } from "../selector/model-selectors.js";
import { isNodeArray, isNodeObject, type Node, type NodeObject, nodeMember } from "../shapes/node.js";
import type { Model } from "../shapes/model.js";
import { neighborGraph } from "../shapes/neighbors.js";
import { oncePerKey } from "../shapes/once-per-model.js";
import type { Shape } from "../shapes/shape.js";
import { isShapeId, namespaceOf, type ShapeId } from "../shapes/shape-id.js";

/** An entry of `metadata shapeClosures`: shapes that a name stands for (Smithy 2.0, "Shape closures"). */
export interface ShapeClosure {
  readonly id: string;
  readonly includeNamespaces: ReadonlySet<string>;
  readonly includeBySelector: string | undefined;
  readonly rename: ReadonlyMap<ShapeId, string>;
  /** The entry itself. */
  readonly node: Node;
}

/** The shapes of a closure, members and bundled shapes too. */
export interface ClosureShapes {
  /** Those that the closure names. */
  readonly roots: ReadonlySet<Shape>;
  /** Those and all that they refer to. */
  readonly shapes: ReadonlySet<Shape>;
}

/** The closures that a model names, in order; entries of another form are left out. */
export function shapeClosures(model: Model): readonly ShapeClosure[] {
  const entries = nodeMember(model.metadata, "shapeClosures");
  return isNodeArray(entries) ? entries.flatMap((entry) => readClosure(entry) ?? []) : [];
}

function readClosure(node: Node): ShapeClosure | undefined {
  if (!isNodeObject(node)) return undefined;
  const { id, includeNamespaces = [], includeBySelector, rename = {} } = ownMembers(node);
  if (typeof id !== "string" || !isNodeArray(includeNamespaces) || !isNodeObject(rename)) return undefined;
  if (includeBySelector !== undefined && typeof includeBySelector !== "string") return undefined;
  const namespaces = includeNamespaces.filter((namespace) => typeof namespace === "string");
  const renames = Object.entries(rename).filter(
    (entry): entry is [string, string] => isShapeId(entry[0]) && typeof entry[1] === "string",
  );
  if (namespaces.length < includeNamespaces.length || renames.length < Object.keys(rename).length) return undefined;
  return { id, includeNamespaces: new Set(namespaces), includeBySelector, rename: new Map(renames), node };
}

function ownMembers(node: NodeObject): Readonly<Partial<Record<string, Node>>> {
  return Object.fromEntries(Object.entries(node));
}

/** The shapes of a closure; computed once. Where a model names a closure twice, Smithy's implementation goes by the last. */
export const closureShapes = oncePerKey((model, id: string): ClosureShapes => {
  const closure = shapeClosures(model).findLast((other) => other.id === id);
  return closure === undefined ? { roots: new Set(), shapes: new Set() } : walkClosure(model, closure);
});

function walkClosure(model: Model, { includeNamespaces, includeBySelector }: ShapeClosure): ClosureShapes {
  const roots = new Set<Shape>();
  for (const shape of model.shapes.values()) {
    if (!includeNamespaces.has(namespaceOf(shape.id))) continue;
    roots.add(shape);
    for (const member of shape.members.values()) roots.add(member);
  }
  if (includeBySelector !== undefined) {
    for (const shape of selectionIn(model, includeBySelector).shapes) roots.add(shape);
  }
  const { from } = neighborGraph(model);
  const shapes = new Set(roots);
  // A set that grows while it is walked, in the direction of references alone: a member does not lead to its shape.
  for (const shape of shapes) {
    for (const { kind, to } of from(shape)) if (kind !== "container" && to !== undefined) shapes.add(to);
  }
  return { roots, shapes };
}
