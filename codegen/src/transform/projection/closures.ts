import { closureShapes, shapeClosures } from "../../knowledge/shape-closures.js";
import { isBundled, type Model } from "../../shapes/model.js";
import { nameOf, shapeId, type ShapeId } from "../../shapes/shape-id.js";
import { filterShapes } from "../filter-shapes.js";
import { renameShapes } from "../rename-shapes.js";
import { failedTransform, type TransformResult, transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { requiredTextOf, textsOf } from "./transform-arguments.js";

/** `includeClosures`: with only the shapes of some closures ("Shape closures"). */
export const includeClosures: ProjectionTransform = {
  name: "includeClosures",
  listArgument: "closures",
  keys: ["closures"],
  apply: ({ model }, given) => {
    const names = textsOf(given, "closures");
    if (names.size === 0) {
      return failedTransform(
        model,
        "'closures' property must be set and non-empty on the includeClosures transformer.",
      );
    }
    const known = new Set(shapeClosures(model).map(({ id }) => id));
    const unknown = [...names].find((name) => !known.has(name));
    if (unknown !== undefined) {
      return failedTransform(model, `No shape closure named \`${unknown}\` is defined in the model.`);
    }
    const included = [...names].map((name) => closureShapes(model, name).shapes);
    return transformed(filterShapes(model, (shape) => included.some((shapes) => shapes.has(shape))));
  },
};

/** `flattenClosureNamespaces`: the shapes of a closure move to one namespace, under the names that the closure gives them. */
export const flattenClosureNamespaces: ProjectionTransform = {
  name: "flattenClosureNamespaces",
  keys: ["namespace", "closure"],
  apply: ({ model }, given) => {
    const namespace = requiredTextOf(given, "namespace");
    const name = requiredTextOf(given, "closure");
    if (namespace === undefined || name === undefined) return transformed(model);
    const closure = shapeClosures(model).findLast(({ id }) => id === name);
    if (closure !== undefined) return flatten(model, name, closure.rename, namespace);
    return failedTransform(model, `No \`shapeClosures\` closure named \`${name}\` is defined in the model.`);
  },
};

function flatten(
  model: Model,
  closure: string,
  names: ReadonlyMap<ShapeId, string>,
  namespace: string,
): TransformResult {
  const renamed = new Map<ShapeId, ShapeId>();
  for (const { kind, id } of closureShapes(model, closure).shapes) {
    if (kind !== "member" && !isBundled(model, id)) renamed.set(id, shapeId(namespace, names.get(id) ?? nameOf(id)));
  }
  return transformed(renameShapes(model, renamed));
}
