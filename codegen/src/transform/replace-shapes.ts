import type { Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { applyMixins } from "./apply-mixins.js";

/**
 * The model with these shapes in place of those with the same IDs, or added to it. Shapes whose mixins change get what the
 * mixins bring now; all others are the same objects as before, and without any change the model is.
 */
export function replaceShapes(model: Model, replacements: Iterable<RootShape>): Model {
  const changed = new Map<ShapeId, RootShape>();
  for (const shape of replacements) if (model.shapes.get(shape.id) !== shape) changed.set(shape.id, shape);
  if (changed.size === 0) return model;
  const shapes = new Map(model.shapes);
  for (const [id, shape] of changed) shapes.set(id, shape);
  remix(shapes, new Set(changed.keys()));
  return { ...model, shapes };
}

/** Applies mixins again to the changed shapes and to all that use them, each after its own mixins. */
export function remix(shapes: Map<ShapeId, RootShape>, changed: ReadonlySet<ShapeId>): void {
  const affected = usersOf(shapes, changed);
  const waiting = new Map<ShapeId, number>();
  const users = new Map<ShapeId, ShapeId[]>();
  for (const id of affected) {
    const mixins = (shapes.get(id)?.mixins ?? []).filter((mixin) => affected.has(mixin));
    waiting.set(id, mixins.length);
    for (const mixin of mixins) push(users, mixin, id);
  }
  // What waits for itself, in a cycle, stays as it is.
  const ready = [...affected].filter((id) => waiting.get(id) === 0);
  for (const id of ready) {
    const shape = shapes.get(id);
    if (shape !== undefined && shape.mixins.length > 0) {
      const mixed = shape.mixins.flatMap((mixin) => shapes.get(mixin) ?? []);
      shapes.set(id, applyMixins(shape, mixed));
    }
    for (const user of users.get(id) ?? []) {
      const left = (waiting.get(user) ?? 1) - 1;
      waiting.set(user, left);
      if (left === 0) ready.push(user);
    }
  }
}

/** The changed shapes, and whatever has them as a mixin, directly or not. */
function usersOf(shapes: ReadonlyMap<ShapeId, RootShape>, changed: ReadonlySet<ShapeId>): ReadonlySet<ShapeId> {
  const users = new Map<ShapeId, ShapeId[]>();
  for (const shape of shapes.values()) for (const mixin of shape.mixins) push(users, mixin, shape.id);
  const affected = new Set(changed);
  for (const id of affected) for (const user of users.get(id) ?? []) affected.add(user);
  return affected;
}

function push(map: Map<ShapeId, ShapeId[]>, key: ShapeId, value: ShapeId): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
