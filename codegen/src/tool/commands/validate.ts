import { renderSummary } from "../../diagnostics/summary.js";
import type { ExitCode } from "../exit-code.js";
import { exitCodes } from "../exit-code.js";
import { exitCodeOf, reportFindings } from "./findings.js";
import { type CommandContext, type ModelCommand, readModel } from "./model-command.js";

/** `tsmith validate`: says what is wrong with a model. */
export async function validateCommand(command: ModelCommand, context: CommandContext): Promise<ExitCode> {
  const read = await readModel(command, context);
  if (read === undefined) return exitCodes.usage;
  const { terminal } = context;
  const write = (text: string): void => terminal.out(text);
  await reportFindings(read.diagnostics, { ...command, write, terminal });
  if (command.format === "text") terminal.out(renderSummary(read.diagnostics, read.model.shapes.size));
  return exitCodeOf(read.diagnostics);
}
