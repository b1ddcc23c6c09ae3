import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { renderFrame } from "../../diagnostics/render-frame.js";
import { readyToShow } from "./findings.js";

export interface FindingsOptions {
  readonly colour: boolean;
  /** Whether notes are shown. */
  readonly notes: boolean;
  /** How many findings with one code below ERROR are shown in full; the rest is counted. */
  readonly sameKindLimit: number;
  write(text: string): void;
}

/** Shows diagnostics for people, in the order of the model, and counts them. */
export async function showFindings(diagnostics: readonly Diagnostic[], options: FindingsOptions): Promise<void> {
  const wanted = diagnostics.filter(
    ({ severity }) => severity !== "SUPPRESSED" && (severity !== "NOTE" || options.notes),
  );
  const shownOf = new Map<string, number>();
  const hiddenOf = new Map<string, number>();
  const shown = wanted.filter(({ code, severity }) => {
    const count = (shownOf.get(code) ?? 0) + 1;
    if (count > options.sameKindLimit && severity !== "ERROR" && severity !== "DANGER") {
      hiddenOf.set(code, (hiddenOf.get(code) ?? 0) + 1);
      return false;
    }
    shownOf.set(code, count);
    return true;
  });
  for (const diagnostic of readyToShow(shown)) {
    options.write(`${renderFrame(diagnostic, { colour: options.colour })}\n`);
  }
  for (const [code, count] of hiddenOf) options.write(`${count} more with the code ${code} (--verbose shows them)`);
  if (wanted.length > 0) options.write(countOf(wanted));
}

/** `1 error, 2 warnings`. */
function countOf(diagnostics: readonly Diagnostic[]): string {
  const words = [
    ["ERROR", "error", "errors"],
    ["DANGER", "danger", "dangers"],
    ["WARNING", "warning", "warnings"],
    ["NOTE", "note", "notes"],
  ] as const;
  return words
    .map(([severity, one, many]) => {
      const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      return count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;
    })
    .filter((text) => text !== undefined)
    .join(", ");
}
