import { changeStringEnumsToEnumShapes } from "../change-string-enums-to-enum-shapes.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { flagOf } from "./transform-arguments.js";

/** `changeStringEnumsToEnumShapes`: strings with an `@enum` trait become enums. */
export const changeStringEnums: ProjectionTransform = {
  name: "changeStringEnumsToEnumShapes",
  keys: ["synthesizeNames"],
  apply: ({ model }, given) =>
    transformed(changeStringEnumsToEnumShapes(model, { synthesizeNames: flagOf(given, "synthesizeNames") })),
};
