import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { type LoadedModel, loadModel } from "../../loader/load-model.js";
import type { Source } from "../../source/source.js";
import { loadValidModel } from "../load-valid-model.js";
import { createProgress, type Progress } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { type ReportFormat, reportFindings } from "./findings.js";
import type { Surroundings } from "./generate-arguments.js";
import { findSources, type ModelInput } from "./model-input.js";

/** What every command that reads a model is asked for. */
export interface ModelCommand extends ModelInput {
  readonly format: ReportFormat;
  /** The least severity of findings that are shown. */
  readonly severity: Severity;
  readonly allowUnknownTraits: boolean;
}

/** Where a command runs and what it may do. */
export interface CommandContext {
  readonly surroundings: Surroundings;
  readonly terminal: Terminal;
}

export interface ReadModel extends LoadedModel {
  readonly sources: readonly Source[];
}

/**
 * Reads, loads and validates the model of a command. Undefined after saying on standard error why there is none to read.
 */
export async function readModel(
  command: ModelCommand,
  context: CommandContext,
  progress: Progress = createProgress(context.terminal),
): Promise<ReadModel | undefined> {
  const { sources, problems } = findSources(command, context.surroundings);
  if (problems.length > 0) {
    await reportProblems(problems, command, context);
    return undefined;
  }
  progress.begin("loading and validating the model", sizeOf(sources) / charactersAMillisecond.validating);
  const loaded = loadValidModel(sources, { allowUnknownTraits: command.allowUnknownTraits });
  progress.end();
  return { ...loaded, sources };
}

/** As {@link readModel}, without validation: all that the files say, and what loading found. */
export async function readUnvalidatedModel(
  command: ModelCommand,
  context: CommandContext,
): Promise<ReadModel | undefined> {
  const { sources, problems } = findSources(command, context.surroundings);
  if (problems.length > 0) {
    await reportProblems(problems, command, context);
    return undefined;
  }
  const progress = createProgress(context.terminal);
  progress.begin("loading the model", sizeOf(sources) / charactersAMillisecond.loading);
  const loaded = loadModel(sources, { allowUnknownTraits: command.allowUnknownTraits });
  progress.end();
  return { ...loaded, sources };
}

/** What stands in the way of a command, on standard error. */
export function reportProblems(
  problems: readonly Diagnostic[],
  command: Pick<ModelCommand, "format">,
  { terminal }: CommandContext,
): Promise<void> {
  return reportFindings(problems, {
    format: command.format,
    severity: "NOTE",
    write: (text) => terminal.error(text),
    terminal,
  });
}

/** About what a slow machine does, to foresee what is worth a line of progress. */
const charactersAMillisecond = { loading: 6000, validating: 2000 };

function sizeOf(sources: readonly Source[]): number {
  return sources.reduce((sum, { text }) => sum + text.length, 0);
}
