import type { Model } from "./model.js";
import { nodeMember } from "./node.js";
import type { AppliedTrait, RootShape, Traits } from "./shape.js";
import type { ShapeId } from "./shape-id.js";

/** Shared by all shapes without traits: large models have many. */
export const noTraits: Traits = new Map();

/** Traits of which the strong ones win. */
export function mergeTraits(weak: Traits, strong: Traits): Traits {
  if (strong.size === 0) return weak;
  if (weak.size === 0) return strong;
  return new Map([...weak, ...strong]);
}

/**
 * Mixins from left to right, each stronger than those before; the shape's own traits are the strongest ("Traits and
 * mixins"). The mixin trait itself and what it lists in `localTraits` stay with the mixin.
 */
export function inheritTraits(mixed: readonly RootShape[], introduced: Traits): Traits {
  const traits = new Map<ShapeId, AppliedTrait>();
  for (const mixin of mixed) for (const [id, trait] of inheritedTraits(mixin.traits)) traits.set(id, trait);
  for (const [id, trait] of introduced) traits.set(id, trait);
  return traits;
}

/**
 * The traits of a shape that its mixins are written into. As in Smithy's implementation, a trait that several mixins bring is then that of the
 * first of them, while a shape that keeps its mixins has that of the last.
 */
export function writtenOutTraits(model: Model, shape: RootShape): Traits {
  const mixed = shape.mixins.flatMap((id) => model.shapes.get(id) ?? []);
  return mixed.length < 2 ? shape.traits : inheritTraits(mixed.toReversed(), shape.introducedTraits);
}

/** What a mixin, or a member of one, hands on of its traits. */
export function inheritedTraits(traits: Traits): Traits {
  const mixin = traits.get("smithy.api#mixin");
  if (mixin === undefined) return traits;
  const listed = nodeMember(mixin.value, "localTraits");
  const local = new Set<unknown>([mixin.id, ...(Array.isArray(listed) ? listed : [])]);
  return new Map([...traits].filter(([id]) => !local.has(id)));
}
