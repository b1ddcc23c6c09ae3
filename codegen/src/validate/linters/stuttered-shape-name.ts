import type { Linter } from "../rule.js";
import { findRepeatedNames } from "./repeated-names.js";

/** `StutteredShapeName`: the former name of `RepeatedShapeName`, with words of its own ("RepeatedShapeName"). */
export const stutteredShapeNameLinter: Linter = () => ({
  rule: (model) => findRepeatedNames(model, "StutteredShapeName", "stutters", "prefixed with", false),
});
