import type { Model } from "../shapes/model.js";
import type { UnionShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** The union of the events that an input or output streams ("Event streams"); undefined for one without an event stream. */
export function eventStreamOf(model: Model, structure: ShapeId): UnionShape | undefined {
  const members = [...(model.shapes.get(structure)?.members.values() ?? [])];
  return members
    .map(({ target }) => model.shapes.get(target))
    .filter((shape) => shape?.kind === "union")
    .findLast(({ traits }) => traits.has("smithy.api#streaming"));
}
