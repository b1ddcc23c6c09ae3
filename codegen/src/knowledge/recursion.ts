import { expectShape, type Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

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

interface Visit {
  readonly id: ShapeId;
  readonly targets: readonly ShapeId[];
  next: number;
  low: number;
}

/** Tarjan's strongly connected components, without recursion: models may nest deeper than a stack. */
function findGroups(model: Model, shapes: readonly RootShape[]): ReadonlyMap<ShapeId, number> {
  const groups = new Map<ShapeId, number>();
  const order = new Map<ShapeId, number>();
  const open = new Set<ShapeId>();
  const path: ShapeId[] = [];
  const visits: Visit[] = [];
  const enter = (id: ShapeId): void => {
    order.set(id, order.size);
    path.push(id);
    open.add(id);
    visits.push({ id, targets: targetsOf(expectShape(model, id)), next: 0, low: order.size - 1 });
  };
  for (const { id: start } of shapes) {
    if (order.has(start)) continue;
    enter(start);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = visit.targets[visit.next];
      visit.next += 1;
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (open.has(target)) visit.low = Math.min(visit.low, order.get(target) ?? 0);
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
      if (visit.low === order.get(visit.id)) closeGroup(visit, path, open, groups);
    }
  }
  return groups;
}

function closeGroup(visit: Visit, path: ShapeId[], open: Set<ShapeId>, groups: Map<ShapeId, number>): void {
  const members = path.splice(path.lastIndexOf(visit.id));
  for (const id of members) open.delete(id);
  if (members.length === 1 && !visit.targets.includes(visit.id)) return;
  const group = new Set(groups.values()).size;
  for (const id of members) groups.set(id, group);
}

function targetsOf(shape: RootShape): readonly ShapeId[] {
  if (shape.kind === "enum" || shape.kind === "intEnum") return [];
  return [...shape.members.values()].map((member) => member.target);
}
