import type { ProjectionTransform } from "./projection-transform.js";
import { textsOf } from "./transform-arguments.js";
import { type TransformResult, transformed } from "../transform-result.js";

/** `apply`: the transforms of other projections. */
export const apply: ProjectionTransform = {
  name: "apply",
  listArgument: "projections",
  keys: ["projections"],
  apply: ({ model, applyOther }, given) => {
    let result: TransformResult = transformed(model);
    for (const projection of textsOf(given, "projections")) {
      const next = applyOther(projection, result.model);
      result = { model: next.model, diagnostics: [...result.diagnostics, ...next.diagnostics] };
    }
    return result;
  },
};
