/** A set of characters: inclusive ranges of code points, ascending and neither touching nor overlapping. */
export type CharSet = readonly (readonly [first: number, last: number])[];

/** Sets end here, as Unicode does. */
export const lastCodePoint = 0x10ffff;

/** The code points from the first to the last, both included. */
export function rangeSet(first: number, last: number): CharSet {
  return [[first, last]];
}

/** The code points that are in any of the sets. */
export function union(...sets: readonly CharSet[]): CharSet {
  const sorted = sets.flat().toSorted(([left], [right]) => left - right);
  const result: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = result.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else result.push([first, last]);
  }
  return result;
}

/** The code points that are not in the set. */
export function complement(set: CharSet): CharSet {
  const result: [number, number][] = [];
  let next = 0;
  for (const [first, last] of set) {
    if (first > next) result.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= lastCodePoint) result.push([next, lastCodePoint]);
  return result;
}

/** The code points that are in both sets. */
export function intersection(left: CharSet, right: CharSet): CharSet {
  const result: [number, number][] = [];
  let one = 0;
  let other = 0;
  while (one < left.length && other < right.length) {
    const a = left[one];
    const b = right[other];
    if (a === undefined || b === undefined) break;
    const first = Math.max(a[0], b[0]);
    const last = Math.min(a[1], b[1]);
    if (first <= last) result.push([first, last]);
    if (a[1] < b[1]) one += 1;
    else other += 1;
  }
  return result;
}

/** Looks through the ranges in turn: sets of patterns have few. */
export function contains(set: CharSet, codePoint: number): boolean {
  return set.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** A character of the set that is good to read, if it has one. */
export function sampleOf(set: CharSet): number | undefined {
  for (const [first, last] of [
    [0x61, 0x7a],
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x21, 0x7e],
  ] as const) {
    const readable = intersection(set, [[first, last]])[0];
    if (readable !== undefined) return readable[0];
  }
  return set[0]?.[0];
}

/** `\d` (ECMA 262, "CharacterClassEscape"). */
export const digits: CharSet = [[0x30, 0x39]];
/** `\w`, without the additions that flag `i` makes under `u`: patterns have no flag `i`. */
export const wordCharacters: CharSet = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
/** `WhiteSpace` and `LineTerminator` of ECMA 262. */
export const spaces: CharSet = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
/** What `.` does not match (ECMA 262, "LineTerminator"). */
export const lineTerminators: CharSet = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
