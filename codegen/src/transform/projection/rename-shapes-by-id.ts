import { isShapeId } from "../../shapes/shape-id.js";
import { renameShapes } from "../rename-shapes.js";
import { failedTransform, transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { requiredMapOf } from "./transform-arguments.js";

/** `renameShapes`: shapes get other IDs, with all references to them. */
export const renameShapesById: ProjectionTransform = {
  name: "renameShapes",
  keys: ["renamed"],
  apply: ({ model }, given) => {
    const renamed = requiredMapOf(given, "renamed");
    for (const [from, to] of renamed) {
      const wrong = [from, to].find((id) => !isShapeId(id));
      if (wrong !== undefined) return failedTransform(model, `'${wrong}' must be a valid, absolute shape ID`);
      if (!model.shapes.has(from)) {
        return failedTransform(model, `'${from}' to be renamed does not exist in model.`);
      }
    }
    return transformed(renameShapes(model, renamed));
  },
};
