import { filterShapes } from "../filter-shapes.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { textsOf } from "./transform-arguments.js";
import { absoluteTrait } from "./trait-names.js";

/** `excludeShapesByTrait`: without the shapes and members that carry one of some traits. */
export const excludeShapesByTrait: ProjectionTransform = {
  name: "excludeShapesByTrait",
  keys: ["traits"],
  apply: ({ model }, given) => {
    const traits = [...textsOf(given, "traits")].map(absoluteTrait);
    return transformed(filterShapes(model, (shape) => !traits.some((trait) => shape.traits.has(trait))));
  },
};
