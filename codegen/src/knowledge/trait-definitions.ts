import type { Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";

const cache = new WeakMap<Model, readonly RootShape[]>();

/** Every shape that can be applied as a trait, those of the prelude and of trait modules too ("Trait definitions"). */
export function traitDefinitions(model: Model): readonly RootShape[] {
  let definitions = cache.get(model);
  if (definitions === undefined) {
    definitions = [...model.shapes.values()].filter(({ traits }) => traits.has("smithy.api#trait"));
    cache.set(model, definitions);
  }
  return definitions;
}
