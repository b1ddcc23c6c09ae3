import { isNodeArray } from "../shapes/node.js";
import type { Shape } from "../shapes/shape.js";

/** What the `@tags` trait of a shape says; nothing without it. */
function tagsOf(shape: Shape): readonly string[] {
  const tags = shape.traits.get("smithy.api#tags")?.value;
  return isNodeArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

/** True for a shape with one at least of the tags. */
export function hasAnyTag(shape: Shape, tags: ReadonlySet<string>): boolean {
  return tagsOf(shape).some((tag) => tags.has(tag));
}
