import type { Model } from "../shapes/model.js";
import { writtenOutTraits } from "../shapes/mixin-traits.js";
import type { RootShape } from "../shapes/shape.js";
import { setMembers } from "../shapes/edit-members.js";

/** What mixins brought becomes the shapes' own, and the mixins go. */
export function flattenAndRemoveMixins(model: Model): Model {
  const shapes = new Map<string, RootShape>();
  let isSame = true;
  for (const [id, shape] of model.shapes) {
    const isMixin = shape.traits.has("smithy.api#mixin");
    const flat = isMixin || shape.mixins.length === 0 ? shape : flatten(model, shape);
    isSame &&= flat === shape && !isMixin;
    if (!isMixin) shapes.set(id, flat);
  }
  return isSame ? model : { ...model, shapes };
}

function flatten(model: Model, shape: RootShape): RootShape {
  const members = new Map(
    [...shape.members.values()].map((member) => [
      member.name,
      member.mixins.length === 0 ? member : { ...member, mixins: [], introducedTraits: member.traits },
    ]),
  );
  const traits = writtenOutTraits(model, shape);
  const flat = setMembers({ ...shape, mixins: [], traits, introducedTraits: traits }, members);
  return flat.kind === "service" || flat.kind === "operation" ? { ...flat, introduced: undefined } : flat;
}
