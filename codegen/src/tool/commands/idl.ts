import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeFolder } from "../make-folder.js";
import { defineDiagnostic } from "../../diagnostics/define.js";
import { serializeIdl } from "../../serialize/idl.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { shownPath } from "../shown-path.js";
import { type CommandContext, type ModelCommand, readUnvalidatedModel, reportProblems } from "./model-command.js";

export interface IdlCommand extends ModelCommand {
  /** The folder for one file a namespace; standard output when undefined. */
  readonly output?: string | undefined;
}

const severalFiles = defineDiagnostic(
  "idl/several-files",
  "ERROR",
  (namespaces: readonly string[]) => `The model has ${namespaces.length} namespaces: ${namespaces.join(", ")}.`,
);

/** `tsmith idl`: a model as text in the Smithy IDL. */
export async function idlCommand(command: IdlCommand, context: CommandContext): Promise<ExitCode> {
  const read = await readUnvalidatedModel(command, context);
  if (read === undefined) return exitCodes.usage;
  const failures = read.diagnostics.filter(({ severity }) => severity === "ERROR");
  if (failures.length > 0) {
    await reportProblems(failures, command, context);
    return exitCodes.findings;
  }
  const files = serializeIdl(read.model);
  if (command.output !== undefined) {
    writeFiles(files, command.output, context);
    return exitCodes.success;
  }
  const namespaces = [...files.keys()].filter((name) => name !== metadataFile);
  if (namespaces.length > 1) {
    const names = namespaces.map((name) => name.replace(/\.smithy$/, ""));
    const suggestion = "Name a folder for their files with --output.";
    await reportProblems([severalFiles.create({ suggestion }, names)], command, context);
    return exitCodes.usage;
  }
  context.terminal.out(oneText(files.get(metadataFile), files.get(namespaces[0] ?? "")).trimEnd());
  return exitCodes.success;
}

const metadataFile = "metadata.smithy";

/** Metadata stands between the control section and the namespace. */
function oneText(metadata: string | undefined, shapes: string | undefined): string {
  if (metadata === undefined || shapes === undefined) return metadata ?? shapes ?? "";
  const start = shapes.search(/^namespace /m);
  return `${shapes.slice(0, start)}${metadata.slice(metadata.search(/^metadata /m))}\n${shapes.slice(start)}`;
}

function writeFiles(
  files: ReadonlyMap<string, string>,
  output: string,
  { surroundings: { workingFolder }, terminal }: CommandContext,
): void {
  const folder = resolve(workingFolder, output);
  makeFolder(folder);
  for (const [name, text] of files) {
    const path = join(folder, name);
    writeFileSync(path, text);
    terminal.out(`wrote ${shownPath(workingFolder, path)}`);
  }
}
