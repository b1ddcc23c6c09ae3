/** A text that was read, with the name that people know it by. */
export interface Source {
  /** A path as the user wrote it, a URL, or a name such as `<stdin>`. */
  readonly name: string;
  readonly text: string;
}

/** A half-open range of UTF-16 offsets in one source. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/**
 * A place in a JSON text, named by its JSON pointer (RFC 6901). Offsets of JSON values cost a second parse, so they are
 * found only when a diagnostic shows the place.
 */
export interface PointerLocation {
  readonly source: Source;
  readonly pointer: string;
}

/** Where something was defined: offsets in a text, or a pointer into JSON. `resolveLocations` makes the second the first. */
export type Location = Span | PointerLocation;

/** A place for people: both counts start at 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** True for a place that is known by its offsets. */
export function isSpan(location: Location): location is Span {
  return "start" in location;
}

/**
 * A text to load or format.
 *
 * @param name - a path, a URL, or a name such as `<stdin>`: diagnostics show it, and `.json` at its end makes the text a JSON AST
 * @param text - decoded, line breaks as they are
 */
export function createSource(name: string, text: string): Source {
  return { name, text };
}

const lineStartsOf = new WeakMap<Source, readonly number[]>();

/** The offset at which each line begins. A line ends at `\n`, `\r\n` or `\r`, as the grammar's `NL` says. */
export function lineStarts(source: Source): readonly number[] {
  let starts = lineStartsOf.get(source);
  if (starts === undefined) {
    starts = scanLineStarts(source.text);
    lineStartsOf.set(source, starts);
  }
  return starts;
}

function scanLineStarts(text: string): readonly number[] {
  const starts = [0];
  const breaks = /\r\n|\n|\r/g;
  for (let match = breaks.exec(text); match !== null; match = breaks.exec(text)) {
    starts.push(match.index + match[0].length);
  }
  return starts;
}

/**
 * The line and column of an offset.
 *
 * @param offset - in UTF-16 code units; outside the text it is clamped to it
 */
export function positionAt(source: Source, offset: number): Position {
  const starts = lineStarts(source);
  const clamped = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= clamped) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: clamped - (starts[low] ?? 0) + 1 };
}

/** The offsets between which a line's text lies, without its line break. Lines are counted from 1. */
export function lineRange(source: Source, line: number): { readonly start: number; readonly end: number } {
  const starts = lineStarts(source);
  const start = starts[line - 1] ?? source.text.length;
  let end = starts[line] ?? source.text.length;
  while (end > start && (source.text[end - 1] === "\n" || source.text[end - 1] === "\r")) end -= 1;
  return { start, end };
}
