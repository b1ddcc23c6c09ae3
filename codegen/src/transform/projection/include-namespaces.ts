import { namespaceOf } from "../../shapes/shape-id.js";
import { filterShapes } from "../filter-shapes.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { textsOf } from "./transform-arguments.js";

/** `includeNamespaces`: with only the shapes of the prelude and of some namespaces. */
export const includeNamespaces: ProjectionTransform = {
  name: "includeNamespaces",
  listArgument: "namespaces",
  keys: ["namespaces"],
  apply: ({ model }, given) => {
    const namespaces = textsOf(given, "namespaces");
    return transformed(filterShapes(model, ({ id }) => namespaces.has(namespaceOf(id))));
  },
};
