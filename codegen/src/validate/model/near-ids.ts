import type { ShapeId } from "../../shapes/shape-id.js";

/** More edits than these make another name. */
const maximumDistance = 2;

/** The IDs that are the fewest edits away from one that does not exist, sorted; none when all are far. */
export function nearIds(id: ShapeId, candidates: Iterable<ShapeId>): readonly ShapeId[] {
  let least = maximumDistance;
  let near: ShapeId[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - id.length) > least) continue;
    const distance = levenshtein(id, candidate, least);
    if (distance > least) continue;
    if (distance < least) near = [];
    least = distance;
    near.push(candidate);
  }
  return near.toSorted();
}

/** Insertions, removals and replacements between two texts; any number beyond the limit when there are more. */
function levenshtein(left: string, right: string, limit: number): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const distance = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
