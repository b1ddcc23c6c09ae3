import { filterDeprecatedRelativeDate } from "../filter-deprecated-relative-date.js";
import { filterDeprecatedRelativeVersion } from "../filter-deprecated-relative-version.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { textOf } from "./transform-arguments.js";

/** `removeDeprecatedShapes`: without what was deprecated before a date, a version, or both. */
export const removeDeprecatedShapes: ProjectionTransform = {
  name: "removeDeprecatedShapes",
  keys: ["relativeDate", "relativeVersion"],
  apply: ({ model }, given) => {
    const date = textOf(given, "relativeDate");
    const version = textOf(given, "relativeVersion");
    const byDate = date === undefined ? transformed(model) : filterDeprecatedRelativeDate(model, date);
    if (version === undefined || byDate.diagnostics.length > 0) return byDate;
    return filterDeprecatedRelativeVersion(byDate.model, version);
  },
};
