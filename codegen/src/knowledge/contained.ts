import type { Model } from "../shapes/model.js";
import { lifecycles } from "../shapes/neighbors.js";
import type { OperationShape, ResourceShape, ServiceShape } from "../shapes/shape.js";
import { compareShapeIds, type ShapeId } from "../shapes/shape-id.js";

/** A shape that operations and resources are bound to. */
export type Entity = ServiceShape | ResourceShape;

/** What is bound to an entity, at any depth, without the entity itself. Sorted by ID. */
export interface Contained {
  readonly operations: readonly OperationShape[];
  readonly resources: readonly ResourceShape[];
}

const caches = new WeakMap<Model, Map<ShapeId, Contained>>();

/**
 * The operations and resources of an entity ("Service", "Resource"); computed once per entity. A model may be broken: what leads
 * nowhere is left out, and resources may contain each other.
 */
export function containedIn(model: Model, entity: Entity): Contained {
  let cache = caches.get(model);
  if (cache === undefined) {
    cache = new Map();
    caches.set(model, cache);
  }
  let contained = cache.get(entity.id);
  if (contained === undefined) {
    contained = collect(model, entity);
    cache.set(entity.id, contained);
  }
  return contained;
}

function collect(model: Model, entity: Entity): Contained {
  const operations = new Map<ShapeId, OperationShape>();
  const resources = new Map<ShapeId, ResourceShape>();
  const pending: Entity[] = [entity];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    for (const id of operationIdsOf(current)) {
      const operation = model.shapes.get(id);
      if (operation?.kind === "operation") operations.set(id, operation);
    }
    for (const id of current.resources) {
      const resource = model.shapes.get(id);
      if (resource?.kind !== "resource" || resources.has(id)) continue;
      resources.set(id, resource);
      pending.push(resource);
    }
  }
  resources.delete(entity.id);
  return { operations: sortById(operations.values()), resources: sortById(resources.values()) };
}

/** The operations bound to the entity itself; of a resource, those of its lifecycle first. */
export function operationIdsOf(entity: Entity): readonly ShapeId[] {
  if (entity.kind === "service") return entity.operations;
  const lifecycle = lifecycles.flatMap((name) => entity[name] ?? []);
  return [...new Set([...lifecycle, ...entity.operations, ...entity.collectionOperations])];
}

function sortById<Kind extends { readonly id: ShapeId }>(shapes: Iterable<Kind>): readonly Kind[] {
  return [...shapes].toSorted((left, right) => compareShapeIds(left.id, right.id));
}
