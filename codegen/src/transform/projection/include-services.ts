import { filterShapes } from "../filter-shapes.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { textsOf } from "./transform-arguments.js";

/** `includeServices`: without the services that are not listed. */
export const includeServices: ProjectionTransform = {
  name: "includeServices",
  listArgument: "services",
  keys: ["services"],
  apply: ({ model }, given) => {
    const services = textsOf(given, "services");
    return transformed(filterShapes(model, ({ kind, id }) => kind !== "service" || services.has(id)));
  },
};
