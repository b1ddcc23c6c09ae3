import { flag, objectOf } from "../configuration.js";
import type { Linter } from "../rule.js";
import { findRepeatedNames } from "./repeated-names.js";

const configuration = objectOf<{ exactMatch: boolean }>(
  "software.amazon.smithy.linters.RepeatedShapeNameValidator$Config",
  { exactMatch: { decoder: flag, nullProblem: "" } },
);

/** `RepeatedShapeName`: no member of a structure or union begins with its name, or is named like it ("RepeatedShapeName"). */
export const repeatedShapeNameLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const isExact = decoded.value.exactMatch === true;
  const rule = isExact ? "equal to" : "prefixed with";
  return { rule: (model) => findRepeatedNames(model, "RepeatedShapeName", "repeats", rule, isExact) };
};
