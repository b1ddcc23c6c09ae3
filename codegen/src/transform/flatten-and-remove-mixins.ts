import { flattenMixins } from "../shapes/flatten-mixins.js";
import type { Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";

/** What mixins brought becomes the shapes' own, and the mixins go. The same model where there are none. */
export function flattenAndRemoveMixins(model: Model): Model {
  const shapes = new Map<string, RootShape>();
  let isSame = true;
  for (const [id, shape] of model.shapes) {
    const isMixin = shape.traits.has("smithy.api#mixin");
    const flat = isMixin ? shape : flattenMixins(model, shape);
    isSame &&= flat === shape && !isMixin;
    if (!isMixin) shapes.set(id, flat);
  }
  return isSame ? model : { ...model, shapes };
}
