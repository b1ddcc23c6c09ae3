import { expectShape, type Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { cyclicComponents } from "./graph-components.js";

const cache = new WeakMap<readonly RootShape[], ReadonlyMap<ShapeId, number>>();

/**
 * For each shape whose values can hold values of the same shape, the group of shapes it recurs through: two shapes with the same
 * number reach each other. Shapes that do not recur are absent.
 */
export function recursionGroups(model: Model, shapes: readonly RootShape[]): ReadonlyMap<ShapeId, number> {
  let groups = cache.get(shapes);
  if (groups === undefined) {
    groups = findGroups(model, shapes);
    cache.set(shapes, groups);
  }
  return groups;
}

function findGroups(model: Model, shapes: readonly RootShape[]): ReadonlyMap<ShapeId, number> {
  const starts = shapes.map(({ id }) => id);
  const components = cyclicComponents(starts, (id) => targetsOf(expectShape(model, id)));
  return new Map(components.flatMap((component, group) => component.map((id) => [id, group] as const)));
}

function targetsOf(shape: RootShape): readonly ShapeId[] {
  if (shape.kind === "enum" || shape.kind === "intEnum") return [];
  return [...shape.members.values()].map((member) => member.target);
}
