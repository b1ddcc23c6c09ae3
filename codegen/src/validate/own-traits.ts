import { isBundled, type Model } from "../shapes/model.js";
import type { AppliedTrait, Shape } from "../shapes/shape.js";

/** A trait with the shape or member that it was applied to. */
export interface OwnTrait {
  readonly shape: Shape;
  readonly trait: AppliedTrait;
}

/** Every trait that the model's own files apply, each once: not again where a mixin brings it. */
export function* ownTraits(model: Model): Iterable<OwnTrait> {
  for (const root of model.shapes.values()) {
    if (isBundled(model, root.id)) continue;
    for (const trait of root.introducedTraits.values()) yield { shape: root, trait };
    for (const shape of root.members.values()) {
      for (const trait of shape.introducedTraits.values()) yield { shape, trait };
    }
  }
}
