import { type Diagnostic, isFailure, severities, type Severity } from "../../diagnostics/diagnostic.js";
import { resolveLocations } from "../../diagnostics/locate.js";
import { renderFrame } from "../../diagnostics/render-frame.js";
import { renderJson } from "../../diagnostics/render-json.js";
import { renderSarif } from "../../diagnostics/render-sarif.js";
import { sortDiagnostics } from "../../diagnostics/sort.js";
import { tsmithVersion } from "../../emit/version.js";
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
  const located = sortDiagnostics(resolveLocations(shown));
  switch (report.format) {
    case "json":
      report.write(renderJson(located));
      break;
    case "sarif":
      report.write(renderSarif(located, { name: "tsmith", version: tsmithVersion }));
      break;
    default:
      for (const finding of located) report.write(`${renderFrame(finding, { colour: report.terminal.colours })}\n`);
  }
}

export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some(isFailure) ? exitCodes.findings : exitCodes.success;
}
