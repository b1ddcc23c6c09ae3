import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { defineDiagnostic } from "../../diagnostics/define.js";
import { formatSmithy } from "../../syntax/format/format-smithy.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { type CommandContext, reportProblems } from "./model-command.js";
import { findSources } from "./model-input.js";
import { finishRewriting, type RewrittenSource, type SourceCommand, standardInput } from "./source-command.js";

export interface FormatCommand extends SourceCommand {
  readonly models: readonly string[];
  readonly config?: string | undefined;
}

const inArchive = defineDiagnostic(
  "format/archive",
  "ERROR",
  (name: string) => `${name} is in an archive, which is not rewritten.`,
);

/** `tsmith format`: lays out IDL files, 120 columns wide. JSON files among the models are passed over. */
export async function formatCommand(command: FormatCommand, context: CommandContext): Promise<ExitCode> {
  const { sources, problems } = findSources(command, context.surroundings);
  if (problems.length > 0) {
    await reportProblems(problems, command, context);
    return exitCodes.usage;
  }
  const files: RewrittenSource[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    if (source.name !== standardInput && !source.name.endsWith(".smithy")) continue;
    if (source.name.includes("!/")) {
      diagnostics.push(inArchive.create({}, source.name));
      continue;
    }
    const formatted = formatSmithy(source);
    diagnostics.push(...formatted.diagnostics.filter(({ severity }) => severity === "ERROR"));
    files.push({ source, text: formatted.text });
  }
  return finishRewriting({ files, diagnostics, verb: "formatted", staleVerb: "not formatted" }, command, context);
}
