import { failedTransform } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";

/** `compileBdd` and `compileBddForAws`: known, so that the message can say that they are not supported. */
export const compileBddTransforms: readonly ProjectionTransform[] = ["compileBdd", "compileBddForAws"].map((name) => ({
  name,
  keys: [],
  apply: ({ model }) =>
    failedTransform(
      model,
      `The transform "${name}" compiles endpoint rules to a decision diagram, which is not supported.`,
    ),
}));
