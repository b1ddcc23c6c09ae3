import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Source } from "../../source/source.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { paletteOf } from "../terminal.js";
import { writeInPlace } from "../write-in-place.js";
import { type ReportFormat, reportFindings } from "./findings.js";
import type { CommandContext } from "./model-command.js";
import { renderDifference } from "./render-difference.js";

/** What a command that rewrites source files is asked for. */
export interface SourceCommand {
  readonly format: ReportFormat;
  /** Write nothing: say what would change, and end with 1 when something would. */
  readonly check: boolean;
}

/** A file as it should be. */
export interface RewrittenSource {
  readonly source: Source;
  readonly text: string;
}

export interface Rewriting {
  readonly files: readonly RewrittenSource[];
  /** Why files stay as they are. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was done, of a file that was written: `formatted`. */
  readonly verb: string;
  /** Of a file that would be: `not formatted`. */
  readonly staleVerb: string;
}

export const standardInput = "<stdin>";

const nothingToRewrite = defineDiagnostic(
  "source/none",
  "ERROR",
  (what: string) => `There is no file to rewrite: ${what}.`,
);

/**
 * The sources that a command may rewrite, or why there are none: what was read from archives and installed packages belongs to
 * others.
 */
export function rewritableSources(
  sources: readonly Source[],
  isWanted: (source: Source) => boolean = () => true,
): { readonly sources: readonly Source[]; readonly problems: readonly Diagnostic[] } {
  const own = sources.filter(({ name }) => !name.includes("!/") && !/(?:^|\/)node_modules\//.test(name));
  if (own.length === 0) {
    const suggestion = "Name files of your own.";
    return { sources: [], problems: [nothingToRewrite.create({ suggestion }, "all are in archives or packages")] };
  }
  const wanted = own.filter(isWanted);
  if (wanted.length > 0) return { sources: wanted, problems: [] };
  const suggestion = "JSON ASTs have no layout of their own; tsmith idl turns them into IDL.";
  return { sources: [], problems: [nothingToRewrite.create({ suggestion }, "none ends in .smithy")] };
}

/** Lines of one file's difference that are shown. */
const differenceLimit = 60;

/**
 * Writes files that changed, or with `check` shows how they would; standard input goes to standard output. Files without a
 * change are not touched.
 */
export async function finishRewriting(
  { files, diagnostics, verb, staleVerb }: Rewriting,
  command: SourceCommand,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, surroundings } = context;
  const isText = command.format === "text";
  if (diagnostics.length > 0 || !isText) {
    const write = (text: string): void => (isText ? terminal.error(text) : terminal.out(text));
    await reportFindings([...diagnostics, ...(command.check ? stale(files, staleVerb) : [])], {
      format: command.format,
      severity: "NOTE",
      write,
      terminal,
    });
  }
  const changed = files.filter(({ source, text }) => source.text !== text);
  for (const file of files) {
    if (file.source.name === standardInput && !command.check) terminal.out(file.text.replace(/\n$/, ""));
  }
  for (const file of changed) {
    const { name } = file.source;
    if (command.check) {
      if (!isText) continue;
      const change = { path: name, before: file.source.text, after: file.text, mode: 0o644 };
      terminal.out(renderDifference(change, paletteOf(terminal), differenceLimit));
    } else if (name !== standardInput) {
      replaceFile(resolve(surroundings.workingFolder, name), file.text);
      if (isText) terminal.out(`${verb} ${name}`);
    }
  }
  const hasErrors = diagnostics.some(({ severity }) => severity === "ERROR");
  return hasErrors || (command.check && changed.length > 0) ? exitCodes.findings : exitCodes.success;
}

function stale(files: readonly RewrittenSource[], staleVerb: string): readonly Diagnostic[] {
  return files.flatMap(({ source, text }) => {
    if (source.text === text) return [];
    const message = `${source.name} is ${staleVerb}.`;
    const location = { source, start: 0, end: 0 };
    return [{ code: `source/${staleVerb.replaceAll(" ", "-")}`, severity: "ERROR" as const, message, location }];
  });
}

/** Keeps a byte order mark, which the source was read without. */
function replaceFile(path: string, text: string): void {
  const mark = readFileSync(path, "utf8").startsWith("\ufeff") ? "\ufeff" : "";
  writeInPlace(path, mark + text);
}
