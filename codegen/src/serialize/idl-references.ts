import type { Model } from "../shapes/model.js";
import { containerOf, nameOf, namespaceOf, type ShapeId, shapeId } from "../shapes/shape-id.js";

/** Writes shape IDs for one file: short where its namespace, the prelude or a use statement allows that. */
export interface IdlReferences {
  readonly write: (id: ShapeId) => string;
  /** What the use statements of the file must name, given all that was written so far. Sorted by the caller. */
  readonly uses: () => readonly ShapeId[];
}

/** The first shape of a name that is written gets the use statement; one that local or prelude shapes would hide gets none. */
export function createReferences(model: Model, namespace: string): IdlReferences {
  const used = new Map<string, ShapeId>();
  const isLocal = (name: string) => model.shapes.has(shapeId(namespace, name));
  const isShort = (id: ShapeId) => {
    const name = nameOf(id);
    if (namespaceOf(id) === namespace) return true;
    if (isPublicPrelude(model, containerOf(id))) return !isLocal(name);
    const isFree = !isLocal(name) && !isPublicPrelude(model, shapeId("smithy.api", name)) && !used.has(name);
    if (isFree) used.set(name, containerOf(id));
    return used.get(name) === id;
  };
  return {
    write: (id) => (isShort(id) ? id.slice(id.indexOf("#") + 1) : id),
    uses: () => [...used.values()],
  };
}

function isPublicPrelude(model: Model, id: ShapeId): boolean {
  const shape = id.startsWith("smithy.api#") ? model.shapes.get(id) : undefined;
  return shape !== undefined && !shape.traits.has("smithy.api#private");
}
