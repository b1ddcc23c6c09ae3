import { isBundled, type Model } from "../../shapes/model.js";
import { neighborGraph, type Relationship } from "../../shapes/neighbors.js";
import type { RootShape } from "../../shapes/shape.js";
import { containerOf, type ShapeId } from "../../shapes/shape-id.js";

const unrelated = new Set<Relationship["kind"]>(["mixin", "member", "container"]);

/**
 * The shapes of a model that a document can be about: those that it defines, what these lead to in trait modules, and the prelude.
 * Mixins are part of the shapes that use them and mean nothing else.
 */
export function convertibleShapes(model: Model): ReadonlyMap<ShapeId, RootShape> {
  const own = [...model.shapes.values()].filter((shape) => !isBundled(model, shape.id));
  const reached = closureOf(model, own);
  const isWanted = (shape: RootShape): boolean =>
    (reached.has(shape.id) || isPrelude(shape.id)) && !shape.traits.has("smithy.api#mixin");
  return new Map([...model.shapes].filter(([, shape]) => isWanted(shape)));
}

/** Some shapes and all that they lead to, mixins aside. */
export function closureOf(model: Model, starts: readonly RootShape[]): ReadonlyMap<ShapeId, RootShape> {
  const graph = neighborGraph(model);
  const found = new Map(starts.map((shape) => [shape.id, shape]));
  const queue = [...starts];
  for (let shape = queue.pop(); shape !== undefined; shape = queue.pop()) {
    // What an enum's members target says nothing.
    const members = shape.kind === "enum" || shape.kind === "intEnum" ? [] : [...shape.members.values()];
    for (const { kind, id } of [...graph.from(shape), ...members.flatMap((member) => graph.from(member))]) {
      const root = unrelated.has(kind) ? undefined : model.shapes.get(containerOf(id));
      if (root === undefined || found.has(root.id)) continue;
      found.set(root.id, root);
      queue.push(root);
    }
  }
  return found;
}

/**
 * Which of these shapes only define traits: the definitions themselves, private shapes of the prelude, and whatever nothing but
 * those refers to.
 */
export function traitOnlyShapes(model: Model, shapes: ReadonlyMap<ShapeId, RootShape>): ReadonlySet<ShapeId> {
  const graph = neighborGraph(model);
  const marked = new Set<ShapeId>();
  const queue: RootShape[] = [];
  const mark = (shape: RootShape): void => {
    if (marked.has(shape.id) || isPublicPreludeShape(shape)) return;
    marked.add(shape.id);
    queue.push(shape);
  };
  for (const shape of shapes.values()) if (isTraitOnly(shape)) mark(shape);
  for (let shape = queue.pop(); shape !== undefined; shape = queue.pop()) {
    for (const target of targetsOf(model, shape)) {
      const candidate = shapes.get(target);
      if (candidate !== undefined && isUsedOnlyBy(graph.to(target), candidate, shapes, marked)) mark(candidate);
    }
  }
  return marked;
}

function targetsOf(model: Model, shape: RootShape): readonly ShapeId[] {
  const graph = neighborGraph(model);
  const members = [...shape.members.values()].flatMap((member) => graph.from(member));
  return [...graph.from(shape), ...members].filter(({ kind }) => !unrelated.has(kind)).map(({ id }) => id);
}

function isUsedOnlyBy(
  relationships: readonly Relationship[],
  shape: RootShape,
  shapes: ReadonlyMap<ShapeId, RootShape>,
  users: ReadonlySet<ShapeId>,
): boolean {
  return relationships.every(({ kind, from }) => {
    const user = containerOf(from.id);
    return unrelated.has(kind) || user === shape.id || !shapes.has(user) || users.has(user);
  });
}

function isTraitOnly(shape: RootShape): boolean {
  return shape.traits.has("smithy.api#trait") || (isPrelude(shape.id) && shape.traits.has("smithy.api#private"));
}

function isPublicPreludeShape(shape: RootShape): boolean {
  return isPrelude(shape.id) && !isTraitOnly(shape);
}

/** True for shapes of the prelude, which get no definition of their own. */
export function isPrelude(id: ShapeId): boolean {
  return id.startsWith("smithy.api#");
}
