import type { Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import { scrubTraitDefinitions } from "./scrub-trait-definitions.js";

/**
 * The model without the definitions of traits and what only they refer to. Unlike {@link scrubTraitDefinitions}, the shapes that are left
 * keep their traits, defined or not. As in Smithy's implementation, metadata goes.
 *
 * @param mayRemove - false for definitions that stay
 */
export function modelWithoutTraitShapes(model: Model, mayRemove?: (definition: RootShape) => boolean): Model {
  const { shapes } = scrubTraitDefinitions(model, mayRemove);
  return { ...model, metadata: {}, shapes: new Map([...model.shapes].filter(([id]) => shapes.has(id))) };
}
