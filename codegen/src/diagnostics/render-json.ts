import type { Location } from "../source/source.js";
import type { Diagnostic } from "./diagnostic.js";
import { placeOf } from "./place.js";
import { safeJson } from "./terminal-text.js";

/** A diagnostic in JSON. Lines and columns start at 1, columns count UTF-16 code units, the end is exclusive. */
interface JsonDiagnostic extends Partial<JsonPlace> {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly shape?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly suppressionReason?: string | undefined;
  readonly related?: readonly (JsonPlace & { readonly message: string })[] | undefined;
}

interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Diagnostics as the text of one JSON array. Each object has `code`, `severity` and `message`, and where they are known `shape`, `suggestion`,
 * `suppressionReason`, the place as `file`, `line`, `column`, `endLine` and `endColumn` (from 1, columns in UTF-16 code units, the end
 * exclusive), and `related` places with a message each.
 *
 * @param diagnostics - with locations that were resolved before: else a place in JSON is the beginning of its file
 */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  return safeJson(JSON.stringify(diagnostics.map(toJson), undefined, 2));
}

function toJson(diagnostic: Diagnostic): JsonDiagnostic {
  const { code, severity, message, shape, location, suggestion, suppressionReason, related } = diagnostic;
  return {
    code,
    severity,
    message,
    shape,
    ...(location === undefined ? {} : toJsonPlace(location)),
    suggestion,
    suppressionReason,
    related: related?.map((entry) => ({ message: entry.message, ...toJsonPlace(entry.location) })),
  };
}

function toJsonPlace(location: Location): JsonPlace {
  const { file, start, end } = placeOf(location);
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
