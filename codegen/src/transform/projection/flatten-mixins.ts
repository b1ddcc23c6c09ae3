import { flattenAndRemoveMixins } from "../flatten-and-remove-mixins.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";

/** `flattenAndRemoveMixins`: what mixins brought becomes the shapes' own. */
export const flattenMixins: ProjectionTransform = {
  name: "flattenAndRemoveMixins",
  keys: [],
  apply: ({ model }) => transformed(flattenAndRemoveMixins(model)),
};
