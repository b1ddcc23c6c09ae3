import { defineDiagnostic } from "../../diagnostics/define.js";
import { isFailure } from "../../diagnostics/diagnostic.js";
import { diffModels } from "../../diff/diff-models.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { createProgress } from "../progress.js";
import { exitCodeOf, reportFindings } from "./findings.js";
import {
  type CommandContext,
  type ModelCommand,
  type ReadModel,
  readUnvalidatedModel,
  reportProblems,
} from "./model-command.js";

export interface DiffCommand extends Omit<ModelCommand, "models" | "config"> {
  readonly before: string;
  readonly after: string;
}

const oneInput = defineDiagnostic(
  "diff/standard-input",
  "ERROR",
  () => "Only one of the two models can be standard input.",
);

/** `tsmith diff`: what a new version of a model means for those who use the old one. */
export async function diffCommand(command: DiffCommand, context: CommandContext): Promise<ExitCode> {
  if (command.before === "-" && command.after === "-") {
    await reportProblems([oneInput.create({ suggestion: "Name a file for the other one." })], command, context);
    return exitCodes.usage;
  }
  const before = await read(command, command.before, context);
  if (typeof before === "number") return before;
  const after = await read(command, command.after, context);
  if (typeof after === "number") return after;
  const { terminal } = context;
  const progress = createProgress(terminal);
  progress.begin("comparing", 0);
  const findings = diffModels(before.model, after.model);
  progress.end();
  await reportFindings(findings, { ...command, write: (text) => terminal.out(text), terminal });
  if (command.format === "text") terminal.out(summary(findings.filter(isFailure).length, findings.length));
  return exitCodeOf(findings);
}

async function read(command: DiffCommand, path: string, context: CommandContext): Promise<ReadModel | ExitCode> {
  const model = await readUnvalidatedModel({ ...command, models: [path] }, context);
  if (model === undefined) return exitCodes.usage;
  const failures = model.diagnostics.filter(({ severity }) => severity === "ERROR");
  if (failures.length === 0) return model;
  await reportProblems(failures, command, context);
  return exitCodes.findings;
}

function summary(breaking: number, all: number): string {
  if (all === 0) return "SUCCESS: Nothing changed";
  const changes = `${all} ${all === 1 ? "change" : "changes"}`;
  return breaking === 0 ? `SUCCESS: ${changes}, none of them breaking` : `FAILURE: ${changes}, ${breaking} breaking`;
}
