import { type Diagnostic, isFailure, severities } from "./diagnostic.js";

/**
 * Smithy's last line: `FAILURE: Validated 220 shapes (ERROR: 1, WARNING: 2)`. Suppressed findings do not count.
 *
 * @param shapeCount the root shapes of the model, those of the prelude included
 */
export function renderSummary(diagnostics: readonly Diagnostic[], shapeCount: number): string {
  const counts = severities
    .toReversed()
    .filter((severity) => severity !== "SUPPRESSED")
    .map((severity) => ({ severity, count: diagnostics.filter((entry) => entry.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${severity}: ${count}`);
  const verdict = diagnostics.some(isFailure) ? "FAILURE" : "SUCCESS";
  return `${verdict}: Validated ${shapeCount} shapes${counts.length === 0 ? "" : ` (${counts.join(", ")})`}`;
}
