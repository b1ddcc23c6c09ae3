import type { ShapeId } from "../shapes/shape-id.js";

/** A trait's name in messages: without the prelude's namespace. */
export function traitName(id: ShapeId): string {
  return id.startsWith("smithy.api#") ? id.slice("smithy.api#".length) : id;
}
