import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Source } from "../../source/source.js";
import { formatSmithy } from "../../syntax/format/format-smithy.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { type CommandContext, reportProblems } from "./model-command.js";
import { findSources } from "./model-input.js";
import {
  finishRewriting,
  rewritableSources,
  type RewrittenSource,
  type SourceCommand,
  standardInput,
} from "./source-command.js";

export interface FormatCommand extends SourceCommand {
  readonly models: readonly string[];
  readonly config?: string | undefined;
}

/** `tsmith format`: lays out IDL files, 120 columns wide. JSON files among the models are passed over. */
export async function formatCommand(command: FormatCommand, context: CommandContext): Promise<ExitCode> {
  const found = findSources(command, context.surroundings);
  const isIdl = ({ name }: Source): boolean => name === standardInput || name.endsWith(".smithy");
  const { sources, problems } = found.problems.length > 0 ? found : rewritableSources(found.sources, isIdl);
  if (problems.length > 0) {
    await reportProblems(problems, command, context);
    return exitCodes.usage;
  }
  const files: RewrittenSource[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    const formatted = formatSmithy(source);
    diagnostics.push(...formatted.diagnostics.filter(({ severity }) => severity === "ERROR"));
    files.push({ source, text: formatted.text });
  }
  return finishRewriting({ files, diagnostics, verb: "formatted", staleVerb: "not formatted" }, command, context);
}
