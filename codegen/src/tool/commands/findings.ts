import { type Diagnostic, isFailure, severities, type Severity } from "../../diagnostics/diagnostic.js";
import { resolveLocations } from "../../diagnostics/locate.js";
import { renderFrame } from "../../diagnostics/render-frame.js";
import { renderJson } from "../../diagnostics/render-json.js";
import { renderSarif } from "../../diagnostics/render-sarif.js";
import { sortDiagnostics } from "../../diagnostics/sort.js";
import { tsmithVersion } from "../../emit/version.js";
import { namespaceOf } from "../../shapes/shape-id.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import type { Terminal } from "../terminal.js";

export const reportFormats = ["text", "json", "sarif"] as const;

export type ReportFormat = (typeof reportFormats)[number];

export interface FindingsReport {
  readonly format: ReportFormat;
  /** The least severity that is shown. */
  readonly severity: Severity;
  /** Where the report goes: a line, or a whole document. */
  write(text: string): void;
  readonly terminal: Terminal;
}

/** Reports findings, those of JSON sources with their lines too: as frames for people, or as one document. */
export async function reportFindings(diagnostics: readonly Diagnostic[], report: FindingsReport): Promise<void> {
  const least = severities.indexOf(report.severity);
  const shown = diagnostics.filter(({ severity }) => severities.indexOf(severity) >= least);
  if (report.format !== "text") {
    report.write(findingsDocument(shown, report.format));
    return;
  }
  for (const finding of readyToShow(shown)) {
    report.write(`${renderFrame(finding, { colour: report.terminal.colours })}\n`);
  }
}

/** Findings as one document: an array of JSON, or a log of SARIF. */
export function findingsDocument(diagnostics: readonly Diagnostic[], format: "json" | "sarif"): string {
  const ready = readyToShow(diagnostics);
  return format === "json" ? renderJson(ready) : renderSarif(ready, { name: "tsmith", version: tsmithVersion });
}

/** Findings in the order of the model, those of JSON sources with their lines, and each with a way out that has one. */
export function readyToShow(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return sortDiagnostics(resolveLocations(diagnostics)).map(withWayOut);
}

/** A DANGER that says of no other edit how it is mended can be let through (Smithy 2.0, "Suppressions"). */
function withWayOut(diagnostic: Diagnostic): Diagnostic {
  const { code, severity, shape, suggestion } = diagnostic;
  if (severity !== "DANGER" || suggestion !== undefined) return diagnostic;
  const namespace = shape === undefined ? "*" : namespaceOf(shape);
  const entry = `{ id: "${code}", namespace: "${namespace}", reason: "…" }`;
  return {
    ...diagnostic,
    suggestion: `If it is meant so, a .smithy file beside the model lets it through: metadata suppressions = [${entry}]`,
  };
}

export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some(isFailure) ? exitCodes.findings : exitCodes.success;
}
