import type { Model } from "../shapes/model.js";
import { neighborGraph } from "../shapes/neighbors.js";
import type { Shape } from "../shapes/shape.js";

/** What leads from one shape to the next. */
export interface WalkOptions {
  /** Whether the walk follows shape IDs in the values of traits too. */
  readonly idRefs?: boolean | undefined;
}

/** All shapes and members that can be reached from some, themselves included; what the traits on them are is not followed. */
export function walkShapes(model: Model, from: Iterable<Shape>, options: WalkOptions = {}): ReadonlySet<Shape> {
  const graph = neighborGraph(model);
  const reached = new Set(from);
  for (const shape of reached) {
    for (const { to } of graph.from(shape)) if (to !== undefined) reached.add(to);
    if (options.idRefs !== true) continue;
    for (const { to } of graph.idRefsOf(shape)) if (to !== undefined) reached.add(to);
  }
  return reached;
}
