import { type Location, positionAt } from "../source/source.js";
import { resolveIndexed } from "./locate.js";

/** A place as Smithy's messages have it: `model.smithy [3, 5]`. `N/A` for what no file says. */
export function describeLocation(location: Location | undefined): string {
  if (location === undefined) return "N/A [0, 0]";
  const { source, start } = resolveIndexed(location);
  const { line, column } = positionAt(source, start);
  return `${source.name} [${line}, ${column}]`;
}
