import type { Model } from "../shapes/model.js";
import { lifecycles } from "../shapes/neighbors.js";
import type { ResourceShape, ServiceShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/**
 * The common errors of services by the operations that are bound to them, directly or through resources. An operation of
 * several services has those that all of them declare.
 */
export function serviceErrorsOf(model: Model): ReadonlyMap<ShapeId, ReadonlySet<ShapeId>> {
  const errors = new Map<ShapeId, ReadonlySet<ShapeId>>();
  for (const service of model.shapes.values()) {
    if (service.kind !== "service") continue;
    for (const operation of operationsOf(model, service)) {
      const others = errors.get(operation);
      errors.set(operation, new Set(service.errors.filter((error) => others === undefined || others.has(error))));
    }
  }
  return errors;
}

function operationsOf(model: Model, service: ServiceShape): ReadonlySet<ShapeId> {
  const operations = new Set(service.operations);
  const resources = new Set(service.resources);
  // A set that grows while it is walked: each resource once, whatever cycle they form.
  for (const id of resources) {
    const resource = model.shapes.get(id);
    if (resource?.kind !== "resource") continue;
    for (const operation of operationsOfResource(resource)) operations.add(operation);
    for (const child of resource.resources) resources.add(child);
  }
  return operations;
}

function operationsOfResource(resource: ResourceShape): readonly ShapeId[] {
  const lifecycle = lifecycles.flatMap((name) => resource[name] ?? []);
  return [...lifecycle, ...resource.operations, ...resource.collectionOperations];
}
