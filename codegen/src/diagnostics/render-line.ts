import type { Diagnostic } from "./diagnostic.js";
import { placeOf } from "./place.js";
import { safeLine } from "./terminal-text.js";

/**
 * One line: `file:line:column: SEVERITY code: message (shape). suggestion`, as editors and `grep` take it.
 *
 * @param diagnostic - with locations that were resolved before: else a place in JSON is the beginning of its file
 * @returns the line without its line break
 */
export function renderLine(diagnostic: Diagnostic): string {
  const { code, severity, message, shape, location, suggestion, suppressionReason } = diagnostic;
  const place = location === undefined ? undefined : placeOf(location);
  const parts = [
    place === undefined ? "" : `${place.file}:${place.start.line}:${place.start.column}: `,
    `${severity} ${code}: ${messageWithoutPlace(diagnostic)}`,
    shape === undefined || message.includes(shape) ? "" : ` (${shape})`,
    suggestion === undefined ? "" : `${/[.?!]$/.test(message) ? "" : "."} ${suggestion}`,
    suppressionReason === undefined || suppressionReason === "" ? "" : ` [suppressed: ${suppressionReason}]`,
  ];
  return safeLine(parts.join(""));
}

const placePattern = /^Syntax error at line (\d+), column (\d+): /;

/** Smithy's syntax errors begin with their place; where that is shown beside the message, it need not be in it. */
export function messageWithoutPlace({ message, location }: Diagnostic): string {
  const match = placePattern.exec(message);
  if (match === null || location === undefined) return message;
  const { line, column } = placeOf(location).start;
  if (match[1] !== String(line) || match[2] !== String(column)) return message;
  return `Syntax error: ${message.slice(match[0].length)}`;
}
