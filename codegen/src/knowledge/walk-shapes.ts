import type { Model } from "../shapes/model.js";
import { neighborGraph } from "../shapes/neighbors.js";
import type { Shape } from "../shapes/shape.js";

/** A shape and all shapes and members that it leads to, each once, without those that only traits name. */
export function walkShapes(model: Model, start: Shape): ReadonlySet<Shape> {
  const { from } = neighborGraph(model);
  const seen = new Set([start]);
  // A set that grows while it is walked.
  for (const shape of seen) {
    for (const { to } of from(shape)) if (to !== undefined) seen.add(to);
  }
  return seen;
}
