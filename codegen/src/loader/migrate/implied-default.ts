import { findShape, type Model } from "../../shapes/model.js";
import type { Node } from "../../shapes/node.js";
import { containerOf, type ShapeId } from "../../shapes/shape-id.js";
import { isSpan, type Location } from "../../source/source.js";

/**
 * The default value that a shape or member of a file in version 1.0 has without saying so. The loader made it a trait, at the place
 * of the root shape.
 */
export function impliedDefault(model: Model, id: ShapeId): Node | undefined {
  const trait = findShape(model, id)?.traits.get("smithy.api#default");
  const place = findShape(model, containerOf(id))?.location;
  return trait !== undefined && isSamePlace(trait.location, place) ? trait.value : undefined;
}

function isSamePlace(left: Location | undefined, right: Location | undefined): boolean {
  if (left === undefined || right === undefined || left.source.name !== right.source.name) return false;
  if (isSpan(left)) return isSpan(right) && left.start === right.start;
  return !isSpan(right) && left.pointer === right.pointer;
}
