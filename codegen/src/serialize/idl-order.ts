import type { AppliedTrait, RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { Location } from "../source/source.js";

/**
 * `preferred` puts trait definitions first, then services, resources, operations, structures, unions, lists and maps; shapes of one kind and all
 * others by ID. `alphaNumeric` goes by ID alone, `sourceLocation` keeps the order of the files.
 */
export type IdlOrder = "preferred" | "alphaNumeric" | "sourceLocation";

const preferredKinds = ["service", "resource", "operation", "structure", "union", "list", "map"];

/** Without regard to case, unless that is all that differs. */
export function compareIds(left: ShapeId, right: ShapeId): number {
  return compareTexts(left.toLowerCase(), right.toLowerCase()) || compareTexts(left, right);
}

/** By UTF-16 code unit, the same on every machine: `localeCompare` is not. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The shapes of a file in one of the orders, as a new list. */
export function sortShapes(shapes: readonly RootShape[], order: IdlOrder): readonly RootShape[] {
  if (order === "sourceLocation") return shapes.toSorted(compareLocations);
  if (order === "alphaNumeric") return shapes.toSorted((left, right) => compareIds(left.id, right.id));
  return shapes.toSorted((left, right) => rankOf(left) - rankOf(right) || compareIds(left.id, right.id));
}

/** The traits of a shape as a new list: in the order of the file, or by ID for both other orders. */
export function sortTraits(traits: readonly AppliedTrait[], order: IdlOrder): readonly AppliedTrait[] {
  if (order === "sourceLocation") return traits.toSorted(compareLocations);
  return traits.toSorted((left, right) => compareIds(left.id, right.id));
}

function rankOf(shape: RootShape): number {
  if (shape.traits.has("smithy.api#trait")) return -1;
  const index = preferredKinds.indexOf(shape.kind);
  return index < 0 ? preferredKinds.length : index;
}

interface Located {
  readonly id: ShapeId;
  readonly location?: Location | undefined;
}

/** Places in JSON texts are known by name only; there the order in which they were loaded stays. */
function compareLocations(left: Located, right: Located): number {
  const [first, second] = [left.location, right.location];
  if (first === undefined || second === undefined) return 0;
  const names = compareTexts(first.source.name, second.source.name);
  if (names !== 0 || !("start" in first && "start" in second)) return names;
  return first.start - second.start || compareIds(left.id, right.id);
}
