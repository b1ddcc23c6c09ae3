import type { Model } from "../shapes/model.js";
import { nodeMember } from "../shapes/node.js";
import type { RootShape } from "../shapes/shape.js";

const trait = "smithy.api#metadata";

/** The shapes that define the type of each metadata key; more than one for a key is an error ("metadata trait"). */
export function metadataTypes(model: Model): ReadonlyMap<string, readonly RootShape[]> {
  const types = new Map<string, RootShape[]>();
  for (const shape of model.shapes.values()) {
    const applied = shape.traits.get(trait);
    if (applied === undefined) continue;
    const key = nodeMember(applied.value, "key");
    if (typeof key !== "string") continue;
    const known = types.get(key);
    if (known === undefined) types.set(key, [shape]);
    else known.push(shape);
  }
  return types;
}
