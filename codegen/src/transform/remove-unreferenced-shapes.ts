import { isBundled, type Model } from "../shapes/model.js";
import type { RootShape, Shape } from "../shapes/shape.js";
import { removeShapes } from "./remove-shapes.js";
import { walkShapes } from "./walk-shapes.js";

/**
 * Removes the shapes that no service, trait or shape of metadata leads to.
 *
 * @param mayRemove - false for shapes that stay although nothing leads to them
 */
export function removeUnreferencedShapes(model: Model, mayRemove: (shape: RootShape) => boolean = () => true): Model {
  const roots = [...model.shapes.values()].filter(
    ({ kind, traits }) => kind === "service" || traits.has("smithy.api#trait") || traits.has("smithy.api#metadata"),
  );
  const connected: ReadonlySet<Shape> = walkShapes(model, roots, { idRefs: true });
  const unreferenced = [...model.shapes.values()].filter(
    (shape) => !connected.has(shape) && !isBundled(model, shape.id) && mayRemove(shape),
  );
  return removeShapes(
    model,
    unreferenced.map(({ id }) => id),
  );
}
