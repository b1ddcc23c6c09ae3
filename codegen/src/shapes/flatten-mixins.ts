import { setMembers } from "./edit-members.js";
import { writtenOutTraits } from "./mixin-traits.js";
import type { Model } from "./model.js";
import type { RootShape } from "./shape.js";

/**
 * A shape as if what its mixins bring were written into it ("Mixins"): its traits and members are its own. The same object where it has no
 * mixins.
 */
export function flattenMixins(model: Model, shape: RootShape): RootShape {
  if (shape.mixins.length === 0) return shape;
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
