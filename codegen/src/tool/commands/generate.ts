import { join } from "node:path";
import { isFailure, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { buildId } from "../build-id.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { runJob, type Job, type JobResult, type Stage } from "../generate-job.js";
import { shownPath } from "../shown-path.js";
import type { Terminal } from "../terminal.js";
import { resolveJobs, type GenerateArguments, type Surroundings } from "./generate-arguments.js";
import type { ReportFormat } from "./findings.js";
import { createReport } from "./generate-report.js";

export interface GenerateCommand extends GenerateArguments {
  readonly check: boolean;
  readonly force: boolean;
  readonly verbosity: "quiet" | "normal" | "verbose";
  readonly format: ReportFormat;
}

/** One finished package, with what each stage took in milliseconds. */
export interface FinishedJob {
  readonly job: Job;
  readonly result: JobResult;
  readonly durations: ReadonlyMap<Stage | "read" | "total", number>;
}

/** `tsmith generate`: brings every configured package up to date. */
export async function generateCommand(
  command: GenerateCommand,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = createReport(command, terminal, (path) => shownPath(surroundings.workingFolder, path));
  const start = performance.now();
  const { jobs, diagnostics } = resolveJobs(command, surroundings);
  const readTime = performance.now() - start;
  if (jobs.length === 0) {
    await report.finish([], diagnostics);
    return exitCodes.usage;
  }
  const finished: FinishedJob[] = [];
  for (const job of jobs) {
    const done = await runTimed(job, command, surroundings, terminal, readTime);
    finished.push(done);
    await report.package(done);
  }
  const all = [...diagnostics, ...finished.flatMap(({ result }) => result.diagnostics)];
  await report.finish(finished, diagnostics);
  return exitCodeOf(command, finished, all);
}

async function runTimed(
  job: Job,
  command: GenerateCommand,
  surroundings: Surroundings,
  terminal: Terminal,
  readTime: number,
): Promise<FinishedJob> {
  const { workingFolder } = surroundings;
  const durations = new Map<Stage | "read" | "total", number>([["read", readTime]]);
  const started = performance.now();
  let stageStart = started;
  const result = await runJob(job, {
    check: command.check,
    force: command.force,
    build: buildId(),
    defaultFolder: (slug) => join(workingFolder, "generated", slug),
    show: (folder, path) => shownPath(workingFolder, folder === "" ? path : join(folder, path)),
    stage(name, done) {
      if (done) durations.set(name, performance.now() - stageStart);
      else stageStart = performance.now();
      terminal.progress(done ? "" : `tsmith: ${stageWords[name]} …`);
    },
  });
  terminal.progress("");
  durations.set("total", performance.now() - started + readTime);
  return { job, result, durations };
}

const stageWords: Readonly<Record<Stage, string>> = {
  plan: "loading the model and planning files",
  print: "printing",
  write: "writing",
};

function exitCodeOf(
  command: GenerateCommand,
  finished: readonly FinishedJob[],
  diagnostics: readonly Diagnostic[],
): ExitCode {
  if (diagnostics.some(isFailure)) return exitCodes.findings;
  const isStale = command.check && finished.some(({ result }) => result.changes.length > 0);
  return isStale ? exitCodes.findings : exitCodes.success;
}
