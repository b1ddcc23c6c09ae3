import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { paletteOf, type Terminal } from "../terminal.js";
import type { FinishedJob, GenerateCommand } from "./generate.js";

/** Tells what a run of `tsmith generate` did. */
export interface Report {
  package(finished: FinishedJob): Promise<void>;
  finish(finished: readonly FinishedJob[], diagnostics: readonly Diagnostic[]): Promise<void>;
}

/** @param show how a path on disk is written for people */
export function createReport(command: GenerateCommand, terminal: Terminal, show: (path: string) => string): Report {
  return command.format === "text" ? textReport(command, terminal, show) : dataReport(command, terminal);
}

function textReport(command: GenerateCommand, terminal: Terminal, show: (path: string) => string): Report {
  return {
    async package(finished) {
      await showDiagnostics(finished.result.diagnostics, command, terminal);
      if (command.check) await showStale(command, finished, terminal, show);
      if (command.verbosity !== "quiet") for (const line of summary(command, finished, show)) terminal.out(line);
    },
    finish: (_finished, diagnostics) => showDiagnostics(diagnostics, command, terminal),
  };
}

/** Findings of one kind that are shown in full. */
const sameKindLimit = 3;

/** Frames on standard error. Of many findings of one kind the first few, unless everything is wanted. */
async function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  command: GenerateCommand,
  terminal: Terminal,
): Promise<void> {
  if (diagnostics.length === 0) return;
  const { showFindings } = await import("./show-findings.js");
  await showFindings(diagnostics, {
    colour: terminal.colours,
    notes: command.verbosity === "verbose",
    sameKindLimit: command.verbosity === "verbose" ? Number.POSITIVE_INFINITY : sameKindLimit,
    write: (text) => terminal.error(text),
  });
}

/** What was read, written and right already, and the milliseconds of each stage. */
function summary(
  command: GenerateCommand,
  { job, result, durations }: FinishedJob,
  show: (path: string) => string,
): readonly string[] {
  const isWritten = !command.check && durations.has("write");
  const time = (stage: "read" | "plan" | "print" | "write" | "total"): string => {
    const duration = durations.get(stage);
    return duration === undefined ? "" : `${Math.round(duration)} ms`;
  };
  const written = result.changes.filter(({ after }) => after !== undefined).map(({ path }) => path);
  const removed = result.changes.filter(({ after }) => after === undefined).map(({ path }) => path);
  const size = job.sources.reduce((sum, source) => sum + source.text.length, 0);
  const names = job.sources.map(({ name }) => name);
  const rows: (readonly [string, string, string])[] = [
    ["read", `${count(names.length, "model file")}, ${kilobytes(size)}: ${listed(names, command)}`, time("read")],
  ];
  if (result.service !== undefined) {
    rows.push([
      "planned",
      `${result.packageName ?? ""}: ${count(result.operations, "operation")} of ${result.service}`,
      time("plan"),
    ]);
    rows.push(["printed", count(result.printed, "file"), time("print")]);
  }
  const folder = result.folder === undefined ? "" : ` in ${show(result.folder)}`;
  if (isWritten && written.length > 0)
    rows.push(["wrote", `${count(written.length, "file")}${folder}: ${listed(written, command)}`, time("write")]);
  if (isWritten && removed.length > 0)
    rows.push(["removed", `${count(removed.length, "file")}: ${listed(removed, command)}`, ""]);
  if (result.folder !== undefined && (result.service !== undefined || result.skipped)) {
    const right = `${count(result.unchanged, "file")}${written.length > 0 ? "" : folder}`;
    if (result.unchanged > 0) rows.push(["already right", right, result.skipped ? time("total") : ""]);
  }
  if (!result.skipped) rows.push(["took", "", time("total")]);
  return rows.map(
    ([label, text, duration]) =>
      `${label.padEnd(14)}${text}${duration === "" ? "" : text === "" ? duration : `  (${duration})`}`,
  );
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function kilobytes(characters: number): string {
  return characters < 1000 ? `${characters} B` : `${(characters / 1000).toFixed(1)} kB`;
}

function listed(names: readonly string[], command: GenerateCommand): string {
  const limit = command.verbosity === "verbose" ? names.length : 4;
  const more = names.length - limit;
  return names.slice(0, limit).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

async function showStale(
  command: GenerateCommand,
  { result }: FinishedJob,
  terminal: Terminal,
  show: (path: string) => string,
): Promise<void> {
  if (result.changes.length === 0) return;
  const { renderDifference } = await import("./render-difference.js");
  const limit = command.verbosity === "verbose" ? Number.POSITIVE_INFINITY : command.verbosity === "quiet" ? 0 : 40;
  const folder = result.folder === undefined ? "" : `${show(result.folder)}/`;
  for (const change of result.changes) {
    terminal.out(renderDifference({ ...change, path: folder + change.path }, paletteOf(terminal), limit));
  }
  terminal.error(
    `${count(result.changes.length, "generated file")} stale. Run \`tsmith generate\` and commit the result.`,
  );
}

/** JSON for scripts; SARIF for code hosts. One document on standard output, nothing else there. */
function dataReport(command: GenerateCommand, terminal: Terminal): Report {
  return {
    async package() {
      // All of it comes at the end, as one document.
    },
    async finish(finished, diagnostics) {
      const all = [...diagnostics, ...finished.flatMap(({ result }) => result.diagnostics)];
      const { findingsDocument } = await import("./findings.js");
      if (command.format === "sarif") {
        terminal.out(findingsDocument(all, "sarif"));
        return;
      }
      const findings: unknown = JSON.parse(findingsDocument(all, "json"));
      const packages = finished.map(({ job, result, durations }) => ({
        package: result.packageName,
        service: result.service,
        folder: result.folder,
        read: job.sources.map(({ name }) => name),
        written: result.changes.filter(({ after }) => after !== undefined).map(({ path }) => path),
        removed: result.changes.filter(({ after }) => after === undefined).map(({ path }) => path),
        alreadyRight: result.unchanged,
        upToDate: result.changes.length === 0,
        milliseconds: Object.fromEntries([...durations].map(([stage, time]) => [stage, Math.round(time)])),
      }));
      terminal.out(JSON.stringify({ check: command.check, packages, diagnostics: findings }, undefined, 2));
    },
  };
}
