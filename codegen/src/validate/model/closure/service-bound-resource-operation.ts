import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { boundEntities } from "../../../knowledge/bound-entities.js";
import { isImplicitIdentifier } from "../../../knowledge/identifier-bindings.js";
import { addToGroup } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { MemberShape, OperationShape, ResourceShape, ServiceShape } from "../../../shapes/shape.js";
import { nameOf, type ShapeId } from "../../../shapes/shape-id.js";
import { tickedList } from "../../ticked-list.js";

/**
 * `ServiceBoundResourceOperation.SERVICE.OPERATION`: an operation with the identifiers of a resource is perhaps the resource's
 * ("Binding operations to resources").
 */
export function* serviceBoundResourceOperationRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const resources = resourcesByIdentifier(boundEntities(model, service).resources);
    if (resources.size === 0) continue;
    for (const id of new Set(service.operations)) {
      const operation = model.shapes.get(id);
      if (operation?.kind === "operation") yield* checkOperation(model, service, operation, resources);
    }
  }
}

function resourcesByIdentifier(resources: readonly ResourceShape[]): ReadonlyMap<string, readonly ResourceShape[]> {
  const byIdentifier = new Map<string, ResourceShape[]>();
  for (const resource of resources) {
    for (const name of resource.identifiers.keys()) addToGroup(byIdentifier, name, resource);
  }
  return byIdentifier;
}

function* checkOperation(
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
  resources: ReadonlyMap<string, readonly ResourceShape[]>,
): Iterable<Diagnostic> {
  const better = new Set<ShapeId>();
  for (const member of [...membersOf(model, operation.input), ...membersOf(model, operation.output)]) {
    for (const resource of resources.get(member.name) ?? []) {
      if (isImplicitIdentifier(resource, member)) better.add(resource.id);
    }
  }
  if (better.size === 0) return;
  yield {
    code: `ServiceBoundResourceOperation.${service.id}.${nameOf(operation.id)}`,
    severity: "WARNING",
    message: `The \`${operation.id}\` operation is bound to the \`${service.id}\` service but has members that match identifiers of the following resource shapes: [${tickedList(better)}]. It may be more accurately bound to one of them than directly to the service.`,
    shape: operation.id,
    location: service.location,
  };
}

function membersOf(model: Model, id: ShapeId): Iterable<MemberShape> {
  const structure = model.shapes.get(id);
  return structure?.kind === "structure" ? structure.members.values() : [];
}
