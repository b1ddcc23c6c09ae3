import type { Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { removeShapes } from "./remove-shapes.js";
import { walkShapes } from "./walk-shapes.js";

/**
 * Removes the definitions of traits that nothing in the closure of a service carries, neither directly nor on the definition of another
 * trait there, and all applications of them. Those of the prelude stay.
 *
 * @param countsAsUsed - false for definitions that go although something carries the trait
 */
export function removeUnreferencedTraitDefinitions(
  model: Model,
  countsAsUsed: (definition: RootShape) => boolean = () => true,
): Model {
  const services = [...model.shapes.values()].filter(({ kind }) => kind === "service");
  const used = new Set<ShapeId>();
  for (const shape of walkShapes(model, services)) for (const id of shape.traits.keys()) used.add(id);
  for (const id of used) {
    for (const trait of model.shapes.get(id)?.traits.keys() ?? []) if (trait !== "smithy.api#trait") used.add(trait);
  }
  const unused = [...model.shapes.values()].filter(
    (shape) =>
      shape.traits.has("smithy.api#trait") &&
      !shape.id.startsWith("smithy.api#") &&
      !(used.has(shape.id) && countsAsUsed(shape)),
  );
  return removeShapes(
    model,
    unused.map(({ id }) => id),
  );
}
