import { boundEntities } from "../knowledge/bound-entities.js";
import type { Model } from "../shapes/model.js";
import { modelIndex } from "../shapes/model-index.js";
import type { ShapeId } from "../shapes/shape-id.js";

/**
 * The common errors of services by the operations that are bound to them, directly or through resources. An operation of
 * several services has those that all of them declare.
 */
export function serviceErrorsOf(model: Model): ReadonlyMap<ShapeId, ReadonlySet<ShapeId>> {
  const errors = new Map<ShapeId, ReadonlySet<ShapeId>>();
  for (const service of modelIndex(model).ofKind("service")) {
    for (const { id } of boundEntities(model, service).operations) {
      const others = errors.get(id);
      errors.set(id, new Set(service.errors.filter((error) => others === undefined || others.has(error))));
    }
  }
  return errors;
}
