import { hasAnyTag } from "../../knowledge/tags.js";
import type { Model } from "../../shapes/model.js";
import type { RootShape } from "../../shapes/shape.js";
import { removeUnreferencedShapes } from "../remove-unreferenced-shapes.js";
import { removeUnreferencedTraitDefinitions } from "../remove-unreferenced-trait-definitions.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { textsOf } from "./transform-arguments.js";

/** `removeUnusedShapes`: without shapes that no service leads to and traits that nothing there carries, unless they have one of some tags. */
export const removeUnusedShapes: ProjectionTransform = {
  name: "removeUnusedShapes",
  listArgument: "exportTagged",
  keys: ["exportTagged"],
  apply: ({ model }, given) => {
    const tags = textsOf(given, "exportTagged");
    return transformed(removeUntilStable(model, (shape) => !hasAnyTag(shape, tags)));
  },
};

/** Without a trait's definition, more may be unused. */
function removeUntilStable(start: Model, mayRemove: (shape: RootShape) => boolean): Model {
  let model = start;
  for (;;) {
    const before = model;
    model = removeUnreferencedTraitDefinitions(removeUnreferencedShapes(model, mayRemove), mayRemove);
    if (model === before) return model;
  }
}
