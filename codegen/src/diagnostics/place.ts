import { isSpan, type Location, type Position, positionAt } from "../source/source.js";

/** A location in words for people and tools: lines and columns start at 1, columns count UTF-16 code units, the end is exclusive. */
export interface Place {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/**
 * Where a location begins and ends in its file.
 *
 * @param location - one in JSON that was not resolved before ({@link resolveLocations}) counts as the beginning of its file
 */
export function placeOf(location: Location): Place {
  const { source } = location;
  if (!isSpan(location)) {
    const beginning = { line: 1, column: 1 };
    return { file: source.name, start: beginning, end: beginning };
  }
  return {
    file: source.name,
    start: positionAt(source, location.start),
    end: positionAt(source, Math.max(location.start, location.end)),
  };
}
