import type { Model } from "../shapes/model.js";
import { lifecycles } from "../shapes/lifecycles.js";
import { oncePerKey } from "../shapes/once-per-model.js";
import type { OperationShape, ResourceShape, ServiceShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** What is bound to a service or resource, directly or through resources at any depth, without itself. */
export interface BoundEntities {
  /** In the order of the walk: those of the entity itself, then those of its resources. */
  readonly operations: readonly OperationShape[];
  readonly resources: readonly ResourceShape[];
}

/** What is bound to a service or resource ("Service closure"); computed once. References that lead nowhere are left out. */
export const boundEntities = oncePerKey(walkEntities);

function walkEntities(model: Model, entity: ServiceShape | ResourceShape): BoundEntities {
  const operations = new Map<ShapeId, OperationShape>();
  const resources = new Map<ShapeId, ResourceShape>();
  const entities: (ServiceShape | ResourceShape)[] = [entity];
  // An array that grows while it is walked: each resource once, whatever cycle they form.
  for (const container of entities) {
    for (const id of operationsBoundTo(container)) {
      const operation = model.shapes.get(id);
      if (operation?.kind === "operation") operations.set(id, operation);
    }
    for (const id of container.resources) {
      const resource = model.shapes.get(id);
      if (resource?.kind !== "resource" || id === entity.id || resources.has(id)) continue;
      resources.set(id, resource);
      entities.push(resource);
    }
  }
  return { operations: [...operations.values()], resources: [...resources.values()] };
}

/** The IDs of all operations that a service or resource itself binds, lifecycle operations first. */
export function operationsBoundTo(entity: ServiceShape | ResourceShape): readonly ShapeId[] {
  if (entity.kind === "service") return entity.operations;
  const lifecycle = lifecycles.flatMap((name) => entity[name] ?? []);
  return [...lifecycle, ...entity.operations, ...entity.collectionOperations];
}

/** For each ID that a service and its resources bind, what binds it. */
export function bindersIn(
  model: Model,
  service: ServiceShape,
  boundTo: (entity: ServiceShape | ResourceShape) => readonly ShapeId[],
): ReadonlyMap<ShapeId, ReadonlySet<ServiceShape | ResourceShape>> {
  const binders = new Map<ShapeId, Set<ServiceShape | ResourceShape>>();
  for (const entity of [service, ...boundEntities(model, service).resources]) {
    for (const id of boundTo(entity)) {
      const known = binders.get(id);
      if (known === undefined) binders.set(id, new Set([entity]));
      else known.add(entity);
    }
  }
  return binders;
}
