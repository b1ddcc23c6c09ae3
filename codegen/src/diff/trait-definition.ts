import { isBundled } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { Differences } from "./differences.js";

/**
 * The definition of a trait by which a change of it is judged: the new model's. The new model may not have loaded a bundled
 * module that only the old one mentions; it has the same definitions all the same.
 */
export function definitionOf({ oldModel, newModel }: Differences, trait: ShapeId): RootShape | undefined {
  return newModel.shapes.get(trait) ?? (isBundled(oldModel, trait) ? oldModel.shapes.get(trait) : undefined);
}
