import { oncePerModel } from "../shapes/once-per-model.js";
import type { RootShape } from "../shapes/shape.js";

/** Every shape that can be applied as a trait, those of the prelude and of trait modules too ("Trait definitions"). */
export const traitDefinitions = oncePerModel((model): readonly RootShape[] =>
  [...model.shapes.values()].filter(({ traits }) => traits.has("smithy.api#trait")),
);
