import type { Diagnostic } from "../../codegen/src/diagnostics/diagnostic.js";

/** One event as the corpus has it. */
export interface ExpectedEvent {
  readonly severity: string;
  readonly id: string;
  readonly shape?: string;
  readonly message: string;
  readonly suppressionReason?: string;
}

/** The files of the corpus lie in other folders than those that messages name. */
function withoutFolders(text: string): string {
  return text.replaceAll(/[\w./-]+\/([\w.-]+\.(?:smithy|json))/g, "$1");
}

function describe(
  severity: string,
  id: string,
  shape: string | undefined,
  message: string,
  reason: string | undefined,
): string {
  const why = reason === undefined ? "" : ` (${reason})`;
  return withoutFolders(`${severity} ${id} ${shape ?? "-"}: ${message}${why}`.replaceAll("\n", "\\n"));
}

export function describeExpected({ severity, id, shape, message, suppressionReason }: ExpectedEvent): string {
  return describe(severity, id, shape, message, suppressionReason);
}

export function describeFound({ severity, code, shape, message, suppressionReason }: Diagnostic): string {
  return describe(severity, code, shape, message, suppressionReason);
}

/** Findings about what is deprecated, which Smithy's own runner of test cases lets pass without an event. */
export function isDeprecation({ code }: Diagnostic): boolean {
  return /^(?:ModelDeprecation|DeprecatedTrait|DeprecatedShape)(?:\.|$)/.test(code);
}
