import { suggest } from "../../diagnostics/suggest.js";
import { simpleKinds } from "../../shapes/shape.js";
import { changeShapeTypes } from "../change-shape-types.js";
import { failedTransform } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { flagOf, requiredMapOf } from "./transform-arguments.js";

const types: readonly string[] = [
  ...simpleKinds,
  "enum",
  "intEnum",
  "list",
  "set",
  "map",
  "structure",
  "union",
  "service",
  "operation",
  "resource",
];

/** `changeTypes`: shapes get other types. */
export const changeTypes: ProjectionTransform = {
  name: "changeTypes",
  keys: ["shapeTypes", "synthesizeEnumNames"],
  apply: ({ model }, given) => {
    const wanted = requiredMapOf(given, "shapeTypes");
    for (const [id, type] of wanted) {
      if (types.includes(type)) continue;
      const hint = suggest(type, types);
      return failedTransform(model, `"${type}" is no type of shapes.${hint === undefined ? "" : ` ${hint}`}`, id);
    }
    return changeShapeTypes(model, wanted, { synthesizeEnumNames: flagOf(given, "synthesizeEnumNames") });
  },
};
