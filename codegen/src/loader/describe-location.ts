import { isSpan, type Location, positionAt } from "../source/source.js";

/** A place in one line of text: `model.smithy [3, 5]`, or `model.json#/shapes/a~1b`. */
export function describeLocation(location: Location): string {
  if (!isSpan(location)) return `${location.source.name}#${location.pointer}`;
  const { line, column } = positionAt(location.source, location.start);
  return `${location.source.name} [${line}, ${column}]`;
}
