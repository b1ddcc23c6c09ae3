import { effectiveTrait } from "../knowledge/traits.js";
import { normaliseDecimal } from "../shapes/node-equality.js";
import { isNodeNumber, nodeMember } from "../shapes/node.js";
import type { Model } from "../shapes/model.js";
import type { MemberShape, RootShape, Shape } from "../shapes/shape.js";
import { withMembers } from "../shapes/edit-members.js";
import { withoutTraits, withTrait } from "./edit-traits.js";
import { mapShapes } from "./map-shapes.js";

const defaultTrait = "smithy.api#default";

/**
 * Removes defaults that the effective `@range` trait forbids. A member whose target keeps its default gets a null default instead, which
 * overrides it. As in Smithy's implementation, a default above `min` counts as forbidden too, and `max` is not looked at.
 */
export function removeInvalidDefaults(model: Model): Model {
  const mend = <Mended extends RootShape | MemberShape>(shape: Mended): Mended => {
    if (!hasInvalidDefault(model, shape)) return shape;
    return overridesDefault(model, shape)
      ? withTrait(shape, defaultTrait, null)
      : withoutTraits(shape, new Set([defaultTrait]));
  };
  return mapShapes(model, (shape) => withMembers(mend(shape), mend));
}

function hasInvalidDefault(model: Model, shape: Shape): boolean {
  const value = shape.traits.get(defaultTrait)?.value;
  const min = nodeMember(effectiveTrait(model, shape, "smithy.api#range")?.value, "min");
  if (!isNodeNumber(value) || !isNodeNumber(min)) return false;
  return normaliseDecimal(String(value)) !== normaliseDecimal(String(min));
}

function overridesDefault(model: Model, shape: Shape): boolean {
  if (shape.kind !== "member") return false;
  const target = model.shapes.get(shape.target);
  return target !== undefined && target.traits.has(defaultTrait) && !hasInvalidDefault(model, target);
}
