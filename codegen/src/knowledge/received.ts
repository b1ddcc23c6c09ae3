import { expectShape, type Model } from "../shapes/model.js";
import { oncePerKey } from "../shapes/once-per-model.js";
import type { ShapeId } from "../shapes/shape-id.js";

/**
 * Whether a client reads a different type than the other side writes: true for enums and unions, which are open when
 * received, and for whatever holds one.
 */
export const differsWhenReceived = oncePerKey(reachesOpenShape);

function reachesOpenShape(model: Model, start: ShapeId): boolean {
  const seen = new Set<ShapeId>();
  const stack = [start];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const shape = expectShape(model, id);
    if (shape.kind === "enum" || shape.kind === "intEnum" || shape.kind === "union") return true;
    for (const member of shape.members.values()) stack.push(member.target);
  }
  return false;
}
