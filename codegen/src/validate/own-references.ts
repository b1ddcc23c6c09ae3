import type { Model } from "../shapes/model.js";
import { modelIndex } from "../shapes/model-index.js";
import { neighborGraph, type Relationship } from "../shapes/neighbors.js";

/**
 * What the model's own shapes refer to: one relationship for each kind and ID, however often a shape repeats it. Unlike the
 * inverted graph it takes no look at what bundled shapes say of each other.
 */
export function* ownReferences(model: Model): Iterable<Relationship> {
  const { from } = neighborGraph(model);
  for (const shape of modelIndex(model).shapes) {
    const seen = new Set<string>();
    for (const relationship of from(shape)) {
      const key = `${relationship.kind} ${relationship.id}`;
      if (!seen.has(key)) yield relationship;
      seen.add(key);
    }
  }
}
