import type { Model } from "../shapes/model.js";
import type { Shape } from "../shapes/shape.js";
import { namespaceOf, type ShapeId } from "../shapes/shape-id.js";
import { removeShapes } from "./remove-shapes.js";

/** Keeps the shapes that the condition holds for, and members too where they can go alone. The prelude always stays. */
export function filterShapes(model: Model, keep: (shape: Shape) => boolean): Model {
  const removed: ShapeId[] = [];
  for (const root of model.shapes.values()) {
    if (namespaceOf(root.id) === "smithy.api") continue;
    if (!keep(root)) removed.push(root.id);
    else for (const member of root.members.values()) if (!keep(member)) removed.push(member.id);
  }
  return removeShapes(model, removed);
}
