import { hasAnyTag } from "../../knowledge/tags.js";
import { filterShapes } from "../filter-shapes.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { textsOf } from "./transform-arguments.js";

/** `excludeShapesByTag`: without the shapes and members that have one of some tags. */
export const excludeShapesByTag: ProjectionTransform = {
  name: "excludeShapesByTag",
  listArgument: "tags",
  keys: ["tags"],
  apply: ({ model }, given) => {
    const tags = textsOf(given, "tags");
    return transformed(filterShapes(model, (shape) => !hasAnyTag(shape, tags)));
  },
};

/** `includeShapesByTag`: with only the shapes and members that have one of some tags. */
export const includeShapesByTag: ProjectionTransform = {
  name: "includeShapesByTag",
  listArgument: "tags",
  keys: ["tags"],
  apply: ({ model }, given) => {
    const tags = textsOf(given, "tags");
    return transformed(filterShapes(model, (shape) => hasAnyTag(shape, tags)));
  },
};
