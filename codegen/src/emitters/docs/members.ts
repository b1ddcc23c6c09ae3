import type { MemberShape, RootShape } from "../../shapes/shape.js";

/** A shape's members by name, in the order of code units: the order of reference pages and of JSON on the wire. */
export function membersByName(shape: RootShape): readonly MemberShape[] {
  return [...shape.members.values()].toSorted((left, right) =>
    left.name < right.name ? -1 : left.name > right.name ? 1 : 0,
  );
}
