import { boundEntities } from "../knowledge/bound-entities.js";
import type { Model } from "../shapes/model.js";
import type { OperationShape, ServiceShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { replaceShapes } from "./replace-shapes.js";

/** Every operation of the service has the service's errors after its own. */
export function copyServiceErrorsToOperations(model: Model, service: ServiceShape): Model {
  if (service.errors.length === 0) return model;
  return replaceShapes(
    model,
    boundEntities(model, service).operations.map((operation) =>
      withErrors(operation, [...new Set([...operation.errors, ...service.errors])]),
    ),
  );
}

/** The operation with these errors and no others. They are its own then, whatever mixins brought. */
export function withErrors(operation: OperationShape, errors: readonly ShapeId[]): OperationShape {
  const { introduced } = operation;
  return { ...operation, errors, ...(introduced !== undefined && { introduced: { errors } }) };
}
