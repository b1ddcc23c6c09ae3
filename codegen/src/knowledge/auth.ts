import { isNodeArray } from "../shapes/node.js";
import type { Model } from "../shapes/model.js";
import type { OperationShape, ServiceShape } from "../shapes/shape.js";
import { compareShapeIds, type ShapeId } from "../shapes/shape-id.js";

/**
 * The authentication schemes of a service, or of one of its operations, the preferred first (Smithy 2.0, "auth trait"): those that
 * the operation's `auth` lists, else those of the service's, else every scheme that is applied to the service in the order of
 * their IDs.
 */
export function effectiveAuthSchemes(
  model: Model,
  service: ServiceShape,
  operation?: OperationShape,
): readonly ShapeId[] {
  const listed = (operation?.traits.get("smithy.api#auth") ?? service.traits.get("smithy.api#auth"))?.value;
  if (isNodeArray(listed)) {
    return listed.filter((scheme): scheme is ShapeId => typeof scheme === "string" && service.traits.has(scheme));
  }
  return authSchemesOf(model, service);
}

/** Every authentication scheme that is applied to a service, in the order of their IDs. */
export function authSchemesOf(model: Model, service: ServiceShape): readonly ShapeId[] {
  return [...service.traits.keys()]
    .filter((trait) => model.shapes.get(trait)?.traits.has("smithy.api#authDefinition") === true)
    .toSorted(compareShapeIds);
}

/** {@link effectiveAuthSchemes} of a call: none where `optionalAuth` lets everyone in. */
export function effectiveAuth(model: Model, service: ServiceShape, operation: OperationShape): readonly ShapeId[] {
  if (operation.traits.has("smithy.api#optionalAuth")) return [];
  return effectiveAuthSchemes(model, service, operation);
}
