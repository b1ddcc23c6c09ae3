import { boundEntities } from "../knowledge/bound-entities.js";
import type { Model } from "../shapes/model.js";
import { isNodeObject } from "../shapes/node.js";
import type { ServiceShape } from "../shapes/shape.js";
import { withoutTraits, withTrait } from "./edit-traits.js";
import { replaceShapes } from "./replace-shapes.js";

const paginated = "smithy.api#paginated";

/** What the service's `@paginated` trait says becomes part of its operations' traits, which win ("paginated trait"). */
export function flattenPaginationInfoIntoOperations(model: Model, service: ServiceShape): Model {
  const common = service.traits.get(paginated)?.value;
  if (!isNodeObject(common)) return model;
  const operations = boundEntities(model, service).operations.flatMap((operation) => {
    const own = operation.traits.get(paginated)?.value;
    return isNodeObject(own) ? [withTrait(operation, paginated, { ...common, ...own })] : [];
  });
  return replaceShapes(model, [...operations, withoutTraits(service, new Set([paginated]))]);
}
