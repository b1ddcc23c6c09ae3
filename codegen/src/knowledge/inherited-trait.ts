import type { Model } from "../shapes/model.js";
import { oncePerModel } from "../shapes/once-per-model.js";
import type { AppliedTrait, OperationShape, ResourceShape, ServiceShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { operationsBoundTo } from "./bound-entities.js";

type Entity = ServiceShape | ResourceShape | OperationShape;

const traitsByRequest = oncePerModel(() => new Map<string, ReadonlyMap<ShapeId, AppliedTrait>>());

/**
 * Which of some traits holds for the service and for each resource and operation in it: its own, else that of what it is bound to. Of
 * several on one shape, the first that was asked for. Computed once per model.
 */
export function inheritedTraits(
  model: Model,
  service: ServiceShape,
  traits: readonly ShapeId[],
): ReadonlyMap<ShapeId, AppliedTrait> {
  const known = traitsByRequest(model);
  const key = [service.id, ...traits].join(" ");
  const found = known.get(key) ?? walk(model, service, traits);
  known.set(key, found);
  return found;
}

function walk(model: Model, service: ServiceShape, traits: readonly ShapeId[]): ReadonlyMap<ShapeId, AppliedTrait> {
  const effective = new Map<ShapeId, AppliedTrait>();
  const visited = new Set<ShapeId>();
  const queue: { readonly entity: Entity; readonly inherited: AppliedTrait | undefined }[] = [
    { entity: service, inherited: undefined },
  ];
  // An array that grows while it is walked.
  for (const { entity, inherited } of queue) {
    const own = traits.map((trait) => entity.traits.get(trait)).find((trait) => trait !== undefined);
    const trait = own ?? inherited;
    if (trait !== undefined) effective.set(entity.id, trait);
    if (visited.has(entity.id)) continue;
    visited.add(entity.id);
    for (const id of boundTo(entity)) {
      const bound = model.shapes.get(id);
      if (bound?.kind === "operation" || bound?.kind === "resource") queue.push({ entity: bound, inherited: trait });
    }
  }
  return effective;
}

function boundTo(entity: Entity): readonly ShapeId[] {
  if (entity.kind === "operation") return [];
  return [...operationsBoundTo(entity), ...entity.resources];
}
