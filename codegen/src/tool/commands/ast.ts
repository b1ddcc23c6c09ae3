import { isFailure } from "../../diagnostics/diagnostic.js";
import { serializeAst } from "../../serialize/ast.js";
import { nodeToJson } from "../../shapes/node-json.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { type CommandContext, type ModelCommand, readModel, reportProblems } from "./model-command.js";

/** `tsmith ast`: prints a model as a JSON AST, without what is bundled. */
export async function astCommand(command: ModelCommand, context: CommandContext): Promise<ExitCode> {
  const read = await readModel(command, context);
  if (read === undefined) return exitCodes.usage;
  const failures = read.diagnostics.filter(isFailure);
  if (failures.length > 0) {
    await reportProblems(failures, command, context);
    return exitCodes.findings;
  }
  context.terminal.out(nodeToJson(serializeAst(read.model), { indent: 4 }));
  return exitCodes.success;
}
