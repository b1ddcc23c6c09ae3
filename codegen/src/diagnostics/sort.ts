import { isSpan } from "../source/source.js";
import type { Diagnostic } from "./diagnostic.js";
import { placeOf } from "./place.js";

interface Keyed {
  readonly diagnostic: Diagnostic;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The rest of Smithy's order in one text: severity, shape, message, code. */
  readonly text: string;
}

/**
 * A new list in the order of Smithy's reports: by file name, line and column, then by severity's name, shape, message and code.
 *
 * @param diagnostics - with locations that were resolved before: places in one JSON file otherwise go by their pointers
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics
    .map(withKey)
    .toSorted(compareKeys)
    .map(({ diagnostic }) => diagnostic);
}

function withKey(diagnostic: Diagnostic): Keyed {
  const { code, severity, shape = "-", message, location } = diagnostic;
  const place = location === undefined ? undefined : placeOf(location);
  const pointer = location === undefined || isSpan(location) ? "" : location.pointer;
  return {
    diagnostic,
    file: place?.file ?? "N/A",
    line: place?.start.line ?? 0,
    column: place?.start.column ?? 0,
    text: `${pointer}[${severity}] ${shape}: ${message} | ${code}`,
  };
}

function compareKeys(left: Keyed, right: Keyed): number {
  return (
    compareText(left.file, right.file) ||
    left.line - right.line ||
    left.column - right.column ||
    compareText(left.text, right.text)
  );
}

/** By UTF-16 code units, so that the order is the same in every locale. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
