import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { defineDiagnostic } from "../../diagnostics/define.js";
import { isFailure, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { createNames } from "../../emit/names.js";
import { createSource } from "../../source/source.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { loadProjection } from "../load-projection.js";
import { chooseService } from "../plan-sources.js";
import { handlersSpec, newHandlersFile } from "../scaffold/handlers-spec.js";
import type { Terminal } from "../terminal.js";
import { writeInPlace } from "../write-in-place.js";
import { resolveJobs, type GenerateArguments, type Surroundings } from "./generate-arguments.js";
import { showFindings } from "./show-findings.js";

export interface ScaffoldCommand extends GenerateArguments {
  readonly file: string;
}

const severalPackages = defineDiagnostic(
  "scaffold/several-packages",
  "ERROR",
  (packages: readonly string[]) => `The configuration has ${packages.length} packages: ${packages.join(", ")}.`,
);
const notAFile = defineDiagnostic("scaffold/not-a-file", "ERROR", (path: string) => `${path} is no file.`);

/** `tsmith scaffold`: writes a file of handlers once, and adds handlers to it when the model has gained operations. */
export async function scaffoldCommand(
  command: ScaffoldCommand,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<ExitCode> {
  const show = (diagnostics: readonly Diagnostic[]): Promise<void> =>
    showFindings(diagnostics, {
      colour: terminal.colours,
      notes: false,
      sameKindLimit: Number.POSITIVE_INFINITY,
      write: (text) => terminal.error(text),
    });
  const { jobs, diagnostics } = resolveJobs(command, surroundings);
  const [job] = jobs;
  if (job === undefined || jobs.length > 1) {
    const packages = jobs.map(({ settings }) => settings.package ?? settings.service ?? "one without a name");
    const suggestion = "Choose one with --service.";
    await show(jobs.length > 1 ? [severalPackages.create({ suggestion }, packages)] : diagnostics);
    return exitCodes.usage;
  }
  const { model, diagnostics: findings } = loadProjection(job.sources, job.transforms);
  const failures = findings.filter(isFailure);
  const service = failures.length === 0 ? chooseService(model, job.settings.service) : undefined;
  if (typeof service !== "string") {
    await show([...failures, ...(service === undefined ? [] : [service])]);
    return exitCodes.findings;
  }
  const names = createNames(model, service);
  const spec = handlersSpec(model, service, names, job.settings.package ?? names.serviceSlug);
  const path = resolve(surroundings.workingFolder, command.file);
  if (!existsSync(path)) {
    writeInPlace(path, newHandlersFile(spec));
    terminal.out(`wrote ${command.file}: ${count(spec.handlers.length)} to fill in`);
    return exitCodes.success;
  }
  if (!statSync(path).isFile()) {
    await show([notAFile.create({}, command.file)]);
    return exitCodes.usage;
  }
  const { scaffoldHandlers } = await import("../scaffold/scaffold-handlers.js");
  const source = createSource(command.file, readFileSync(path, "utf8"));
  const result = scaffoldHandlers(source, path, spec);
  await show(result.diagnostics);
  if (result.text === undefined) return exitCodes.findings;
  if (result.added.length === 0) {
    terminal.out(`${command.file} has all it needs: ${count(spec.handlers.length)}`);
  } else {
    writeInPlace(path, result.text);
    terminal.out(`added to ${command.file}: ${result.added.join(", ")}`);
  }
  return exitCodes.success;
}

function count(handlers: number): string {
  return `${handlers} handler${handlers === 1 ? "" : "s"}`;
}
