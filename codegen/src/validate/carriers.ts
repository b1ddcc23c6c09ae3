import type { Model } from "../shapes/model.js";
import { modelIndex } from "../shapes/model-index.js";
import type { AppliedTrait, RootShape, ShapeOfKind } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** The model's own shapes of one kind that carry a trait, each with the trait. */
export function* carriers<Kind extends RootShape["kind"]>(
  model: Model,
  kind: Kind,
  id: ShapeId,
): Iterable<readonly [shape: ShapeOfKind<Kind>, trait: AppliedTrait]> {
  for (const shape of modelIndex(model).ofKind(kind)) {
    const trait = shape.traits.get(id);
    if (trait !== undefined) yield [shape, trait];
  }
}
