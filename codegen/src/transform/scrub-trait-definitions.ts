import type { Model } from "../shapes/model.js";
import { neighborGraph } from "../shapes/neighbors.js";
import type { RootShape, Shape } from "../shapes/shape.js";
import { containerOf } from "../shapes/shape-id.js";
import { removeShapes } from "./remove-shapes.js";

/**
 * Removes the definitions of traits, those of the prelude included, with all applications and with what only they refer to.
 *
 * @param mayRemove - false for definitions that stay
 */
export function scrubTraitDefinitions(model: Model, mayRemove: (definition: RootShape) => boolean = () => true): Model {
  const start = [...model.shapes.values()].filter(
    (shape) =>
      (isDefinition(shape) && mayRemove(shape)) || (isPrelude(shape) && shape.traits.has("smithy.api#private")),
  );
  return removeShapes(
    model,
    [...withOrphans(model, start)].map(({ id }) => id),
  );
}

function isDefinition({ traits }: RootShape): boolean {
  return traits.has("smithy.api#trait");
}

function isPrelude({ id }: RootShape): boolean {
  return id.startsWith("smithy.api#");
}

/** What others may use of the prelude stays. */
function isRemovable(shape: RootShape): boolean {
  return !isPrelude(shape) || shape.traits.has("smithy.api#private") || isDefinition(shape);
}

/** These shapes, and those that only they refer to, directly or not. */
function withOrphans(model: Model, start: readonly RootShape[]): ReadonlySet<RootShape> {
  const graph = neighborGraph(model);
  const marked = new Set(start.filter(isRemovable));
  const left = new Map<RootShape, number>();
  const release = (target: Shape | undefined): void => {
    if (target === undefined || target.kind === "member" || marked.has(target)) return;
    const count = (left.get(target) ?? countReferences(model, target)) - 1;
    left.set(target, count);
    if (count === 0 && isRemovable(target)) marked.add(target);
  };
  for (const shape of marked) {
    for (const from of [shape, ...shape.members.values()]) {
      const references = graph.from(from).filter(({ kind, id }) => isReference(kind, from.id, id));
      // From the other end, references of one kind count once.
      const distinct = new Map(references.map(({ kind, id, to }) => [`${kind} ${id}`, to]));
      for (const to of distinct.values()) release(to);
    }
  }
  return marked;
}

/** How often other shapes refer to one. */
function countReferences(model: Model, shape: RootShape): number {
  return neighborGraph(model)
    .to(shape.id)
    .filter(({ kind, from }) => isReference(kind, from.id, shape.id)).length;
}

/** A member that targets what holds it refers to nothing else. */
function isReference(kind: string, from: string, to: string): boolean {
  return kind !== "container" && kind !== "member" && !(kind === "target" && containerOf(from) === to);
}
