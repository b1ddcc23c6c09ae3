import { expectShape, type Model } from "../../shapes/model.js";
import type { RootShape } from "../../shapes/shape.js";
import { defaultOf } from "../../knowledge/traits.js";

/** Whether something fills in members of a shape's values: defaults, or a fresh idempotency token. */
export function isFilledIn(model: Model, shape: RootShape): boolean {
  const seen = new Set<string>();
  const stack = [shape];
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    if (seen.has(current.id) || current.kind === "enum" || current.kind === "intEnum") continue;
    seen.add(current.id);
    for (const member of current.members.values()) {
      if (defaultOf(model, member) !== undefined || member.traits.has("smithy.api#idempotencyToken")) return true;
      stack.push(expectShape(model, member.target));
    }
  }
  return false;
}
