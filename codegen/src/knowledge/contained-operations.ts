import { modelIndex } from "../shapes/model-index.js";
import type { Model } from "../shapes/model.js";
import { neighborGraph, type RelationshipKind } from "../shapes/neighbors.js";
import type { OperationShape, ResourceShape, RootShape, ServiceShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

const bindings: ReadonlySet<RelationshipKind> = new Set([
  "collectionOperation",
  "create",
  "delete",
  "list",
  "operation",
  "put",
  "read",
  "resource",
  "update",
]);

const cache = new WeakMap<Model, Map<ShapeId, readonly OperationShape[]>>();

/**
 * The operations of a service or resource and of all resources below it ("Service closure"), each once, in the order of the
 * walk. References that lead nowhere are passed over. Computed once per model.
 */
export function containedOperations(model: Model, entity: ServiceShape | ResourceShape): readonly OperationShape[] {
  let known = cache.get(model);
  if (known === undefined) {
    known = new Map();
    cache.set(model, known);
  }
  let operations = known.get(entity.id);
  if (operations === undefined) {
    operations = walk(model, entity);
    known.set(entity.id, operations);
  }
  return operations;
}

function walk(model: Model, entity: RootShape): readonly OperationShape[] {
  const graph = neighborGraph(model);
  const seen = new Set<RootShape>([entity]);
  const operations: OperationShape[] = [];
  for (const shape of seen) {
    if (shape.kind === "operation") operations.push(shape);
    else {
      for (const { kind, to } of graph.from(shape)) {
        if (bindings.has(kind) && (to?.kind === "operation" || to?.kind === "resource")) seen.add(to);
      }
    }
  }
  return operations;
}

/** Every service of the model's files with its operations. */
export function operationsByService(model: Model): readonly (readonly [ServiceShape, readonly OperationShape[]])[] {
  return modelIndex(model)
    .ofKind("service")
    .map((service) => [service, containedOperations(model, service)]);
}
