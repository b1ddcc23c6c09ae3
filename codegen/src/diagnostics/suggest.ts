/**
 * The candidate that somebody who wrote `name` most likely meant, or undefined when none is near.
 *
 * Near is at most one edit in three characters, where letter case counts little: `strucutre` finds `structure`, `string`
 * does not. Equally near candidates go by their order.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  // Beyond this a name is a text, and the table of distances is not worth its time.
  if (name.length > 256) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const limit = Math.min(bestDistance - 0.001, Math.max(name.length, candidate.length) / 3);
    if (candidate === name || Math.abs(name.length - candidate.length) > limit) continue;
    const distance = editDistance(name, candidate, limit);
    if (distance <= limit) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `Did you mean "structure"?`, or undefined when no candidate is near. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(name, candidates);
  return found === undefined ? undefined : `Did you mean "${found}"?`;
}

/** Optimal string alignment: an insertion, removal, replacement or swap of neighbours costs 1, a change of case 0.25. */
function editDistance(left: string, right: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      let distance = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + replacementCost(left.charAt(row - 1), right.charAt(column - 1)),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        left.charAt(row - 1) === right.charAt(column - 2) &&
        left.charAt(row - 2) === right.charAt(column - 1);
      if (swapped) distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit + 1) return Number.POSITIVE_INFINITY;
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? Number.POSITIVE_INFINITY;
}

function replacementCost(left: string, right: string): number {
  if (left === right) return 0;
  return left.toLowerCase() === right.toLowerCase() ? 0.25 : 1;
}
