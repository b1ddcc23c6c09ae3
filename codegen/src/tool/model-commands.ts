import { type Command, Option } from "commander";
import { severities, type Severity } from "../diagnostics/diagnostic.js";
import { type ReportFormat, reportFormats } from "./commands/findings.js";
import type { CommandContext, ModelCommand } from "./commands/model-command.js";
import type { ExitCode } from "./exit-code.js";

interface ModelFlags {
  readonly config?: string;
  readonly format: ReportFormat;
  readonly severity: Severity;
  readonly allowUnknownTraits?: boolean;
}

/** What the help of every command that reads models says of its arguments. */
export const modelArguments = `
Models are files (.smithy, .json), folders, patterns ("model/**/*.smithy"), JARs and ZIPs with a META-INF/smithy/manifest,
installed npm packages (@scope/name), and - for standard input; those of smithy-build.json when left out.`;

const modelExitCodes = "\nExit codes: 0 clean, 1 the model has errors, 2 the command could not be run.";

/**
 * Adds the commands that read and check models.
 *
 * @param finish - takes the exit code of the command that ran
 */
export function addModelCommands(program: Command, context: CommandContext, finish: (code: ExitCode) => void): void {
  addValidate(program, context, finish);
  addAst(program, context, finish);
  addSelect(program, context, finish);
  addFormat(program, context, finish);
  addDiff(program, context, finish);
  addIdl(program, context, finish);
  addUpgrade(program, context, finish);
}

function addValidate(program: Command, context: CommandContext, finish: (code: ExitCode) => void): void {
  withModelOptions(program.command("validate"), "WARNING")
    .description("Says what is wrong with a model.")
    .action(async (models: readonly string[], flags: ModelFlags) => {
      const { validateCommand } = await import("./commands/validate.js");
      finish(await validateCommand(toCommand(models, flags), context));
    });
}

function addAst(program: Command, context: CommandContext, finish: (code: ExitCode) => void): void {
  withModelOptions(program.command("ast"), "DANGER")
    .description("Prints a model as a JSON AST.")
    .action(async (models: readonly string[], flags: ModelFlags) => {
      const { astCommand } = await import("./commands/ast.js");
      finish(await astCommand(toCommand(models, flags), context));
    });
}

interface SelectFlags extends ModelFlags {
  readonly bundled?: boolean;
  readonly variables?: boolean;
}

function addSelect(program: Command, context: CommandContext, finish: (code: ExitCode) => void): void {
  withModelOptions(
    program.command("select").argument("<selector>", "what to look for, such as 'structure > member [trait|required]'"),
    "ERROR",
  )
    .description("Prints the shapes that a selector matches, one a line.")
    .option("--bundled", "count the prelude and the bundled trait modules in")
    .option("--variables", "print every match with its variables")
    .action(async (selector: string, models: readonly string[], flags: SelectFlags) => {
      const { selectCommand } = await import("./commands/select.js");
      const { bundled = false, variables = false } = flags;
      finish(await selectCommand({ ...toCommand(models, flags), selector, bundled, variables }, context));
    });
}

interface SourceFlags {
  readonly config?: string;
  readonly format: ReportFormat;
  readonly check?: boolean;
}

function addFormat(program: Command, context: CommandContext, finish: (code: ExitCode) => void): void {
  program
    .command("format")
    .description("Lays out IDL files in place, as Smithy's formatter does.")
    .argument("[models...]", "files and folders; - formats standard input to standard output")
    .option("-c, --config <file>", "the configuration (default: smithy-build.json)")
    .option("--check", "write nothing; exit 1 with a diff when a file is not formatted")
    .addOption(formatOption())
    .addHelpText(
      "after",
      `${modelArguments}\n\nExit codes: 0 clean, 1 a file has errors or is not formatted, 2 the command could not be run.`,
    )
    .action(async (models: readonly string[], flags: SourceFlags) => {
      const { formatCommand } = await import("./commands/format.js");
      const { config, format, check = false } = flags;
      finish(await formatCommand({ models, config, format, check }, context));
    });
}

function addDiff(program: Command, context: CommandContext, finish: (code: ExitCode) => void): void {
  program
    .command("diff")
    .description("Says what a new version of a model breaks for those who use the old one.")
    .argument("<old>", "the old model: a file, a folder, a pattern, a JAR, a package, or -")
    .argument("<new>", "the new one")
    .option("--allow-unknown-traits", "compare models with traits that nothing defines too")
    .addOption(severityOption("NOTE"))
    .addOption(formatOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 nothing breaks, 1 something breaks or a model has errors, 2 the command could not be run.",
    )
    .action(async (before: string, after: string, flags: ModelFlags) => {
      const { diffCommand } = await import("./commands/diff.js");
      const { format, severity, allowUnknownTraits = false } = flags;
      finish(await diffCommand({ before, after, format, severity, allowUnknownTraits }, context));
    });
}

interface IdlFlags extends ModelFlags {
  readonly output?: string;
}

function addIdl(program: Command, context: CommandContext, finish: (code: ExitCode) => void): void {
  withModelOptions(program.command("idl"), "ERROR")
    .description("Prints a model in the Smithy IDL, or writes it, a file for each namespace.")
    .option("-o, --output <folder>", "where to write the files")
    .action(async (models: readonly string[], flags: IdlFlags) => {
      const { idlCommand } = await import("./commands/idl.js");
      finish(await idlCommand({ ...toCommand(models, flags), output: flags.output }, context));
    });
}

function addUpgrade(program: Command, context: CommandContext, finish: (code: ExitCode) => void): void {
  withModelOptions(program.command("upgrade"), "ERROR")
    .description("Rewrites files of Smithy 1.0 in Smithy 2.0, in place. Takes all files of a model.")
    .option("--check", "write nothing; exit 1 with a diff when a file is of version 1.0")
    .action(async (models: readonly string[], flags: ModelFlags & { readonly check?: boolean }) => {
      const { upgradeCommand } = await import("./commands/upgrade.js");
      finish(await upgradeCommand({ ...toCommand(models, flags), check: flags.check ?? false }, context));
    });
}

/** The arguments and flags that all these commands share. */
function withModelOptions(command: Command, severity: Severity): Command {
  return command
    .argument("[models...]", "where the model is")
    .option("-c, --config <file>", "the configuration (default: smithy-build.json)")
    .option("--allow-unknown-traits", "warn of traits that nothing defines, instead of failing")
    .addOption(severityOption(severity))
    .addOption(formatOption())
    .addHelpText("after", `${modelArguments}\n${modelExitCodes}`);
}

function severityOption(severity: Severity): Option {
  return new Option("--severity <severity>", "the least severity of what is reported")
    .choices(severities)
    .default(severity);
}

function formatOption(): Option {
  return new Option("--format <format>", "how findings are reported").choices(reportFormats).default("text");
}

function toCommand(models: readonly string[], flags: ModelFlags): ModelCommand {
  return {
    models,
    config: flags.config,
    format: flags.format,
    severity: flags.severity,
    allowUnknownTraits: flags.allowUnknownTraits ?? false,
  };
}
