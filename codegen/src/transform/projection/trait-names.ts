import { namespaceOf, type ShapeId } from "../../shapes/shape-id.js";

/** A trait's name without a namespace is one of the prelude. */
export function absoluteTrait(name: string): ShapeId {
  return name.includes("#") ? name : `smithy.api#${name}`;
}

/** Whether a list of names has a trait: by its name, or by its namespace with `#` at the end. */
export function isNamed(names: ReadonlySet<string>, trait: ShapeId): boolean {
  for (const name of names) {
    if (name.endsWith("#") ? name.slice(0, -1) === namespaceOf(trait) : absoluteTrait(name) === trait) return true;
  }
  return false;
}
