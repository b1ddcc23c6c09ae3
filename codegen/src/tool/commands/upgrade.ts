import { parseJsonText } from "../../loader/json-text.js";
import { type UpgradedSource, upgradeSource } from "../../loader/migrate/upgrade-source.js";
import { nodeToJson } from "../../shapes/node-json.js";
import { equalNodes } from "../../shapes/node-equality.js";
import type { Source } from "../../source/source.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { type CommandContext, type ModelCommand, readUnvalidatedModel, reportProblems } from "./model-command.js";
import { finishRewriting, rewritableSources, type SourceCommand } from "./source-command.js";

export type UpgradeCommand = SourceCommand & ModelCommand;

/** `tsmith upgrade`: rewrites files of version 1.0 in version 2.0; what is 2.0 already stays as it is. */
export async function upgradeCommand(command: UpgradeCommand, context: CommandContext): Promise<ExitCode> {
  const read = await readUnvalidatedModel(command, context);
  if (read === undefined) return exitCodes.usage;
  const failures = read.diagnostics.filter(({ severity }) => severity === "ERROR");
  if (failures.length > 0) {
    await reportProblems(failures, command, context);
    return exitCodes.findings;
  }
  const { sources, problems } = rewritableSources(read.sources);
  if (problems.length > 0) {
    await reportProblems(problems, command, context);
    return exitCodes.usage;
  }
  const files = sources.map((source) => ({ source, text: textOf(source, upgradeSource(source, read.model)) }));
  return finishRewriting(
    { files, diagnostics: [], verb: "upgraded", staleVerb: "not of version 2.0" },
    command,
    context,
  );
}

function textOf(source: Source, upgraded: UpgradedSource): string {
  if (upgraded.kind === "idl") return upgraded.text;
  const before = parseJsonText(source).value;
  const { tree } = upgraded;
  if (tree === undefined || before === undefined || equalNodes(before, tree)) return source.text;
  const ending = source.text.endsWith("\n") ? "\n" : "";
  return nodeToJson(tree, { indent: indentationOf(source.text) }) + ending;
}

/** How many spaces a JSON file goes in by. */
function indentationOf(text: string): number {
  return /^[{[]\s*\n( +)/.exec(text.trimStart())?.[1]?.length ?? 0;
}
