import type { Model } from "../../shapes/model.js";
import type { Shape } from "../../shapes/shape.js";
import { parseSelector } from "../../selector/parse-selector.js";
import { evaluate } from "../../selector/select.js";
import { filterShapes } from "../filter-shapes.js";
import { failedTransform, type TransformResult, transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { requiredTextOf, type TransformArguments } from "./transform-arguments.js";

/** `excludeShapesBySelector`: without the shapes and members that a selector selects. */
export const excludeShapesBySelector: ProjectionTransform = {
  name: "excludeShapesBySelector",
  keys: ["selector"],
  apply: ({ model }, given) => bySelector(model, given, (selected) => (shape) => !selected.has(shape)),
};

/** `includeShapesBySelector`: with only the shapes and members that a selector selects. */
export const includeShapesBySelector: ProjectionTransform = {
  name: "includeShapesBySelector",
  keys: ["selector"],
  apply: ({ model }, given) => bySelector(model, given, (selected) => (shape) => selected.has(shape)),
};

function bySelector(
  model: Model,
  given: TransformArguments,
  keep: (selected: ReadonlySet<Shape>) => (shape: Shape) => boolean,
): TransformResult {
  const text = requiredTextOf(given, "selector");
  if (text === undefined) return transformed(model);
  const { selector, problem } = parseSelector(text);
  if (selector === undefined) return failedTransform(model, problem.message);
  return transformed(filterShapes(model, keep(evaluate(model, selector).shapes)));
}
