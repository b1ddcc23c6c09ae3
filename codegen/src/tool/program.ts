import { Command, CommanderError, Option } from "commander";
import { tsmithVersion } from "../emit/version.js";
import type { Surroundings } from "./commands/generate-arguments.js";
import { longChoices, optionalityChoices, type PluginSettings } from "./config/plugin-settings.js";
import { addModelCommands, modelArguments } from "./model-commands.js";
import { exitCodes, type ExitCode } from "./exit-code.js";
import { shownPath } from "./shown-path.js";
import type { Terminal } from "./terminal.js";

interface GenerateFlags {
  readonly config?: string;
  readonly output?: string;
  readonly service?: string;
  readonly package?: string;
  readonly packageVersion?: string;
  readonly long?: NonNullable<PluginSettings["long"]>;
  readonly optionality?: NonNullable<PluginSettings["optionality"]>;
  readonly validationException?: string;
  readonly license?: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly format: "text" | "json" | "sarif";
}

const generateExitCodes =
  "\nExit codes: 0 all is up to date, 1 the model has errors, output is stale or in the way, 2 the command could not be run.";

/** Runs the `tsmith` command with the arguments after its name. Never throws for what people type. */
export async function runProgram(
  given: readonly string[],
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.success;
  const program = new Command("tsmith")
    .description("Checks, queries, formats and compares Smithy models, and turns them into TypeScript packages.")
    .version(tsmithVersion)
    .exitOverride()
    .showHelpAfterError("(run with --help to see what there is)")
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
      getOutHasColors: () => terminal.colours,
      getErrHasColors: () => terminal.colours,
    });
  program
    .command("generate")
    .description("Brings generated packages up to date with their model.")
    .argument("[models...]", "where the model is")
    .option("-c, --config <file>", "the configuration (default: smithy-build.json)")
    .option("-o, --output <folder>", "the package's folder (default: generated/<service>)")
    .option("-s, --service <id>", "the service, when there are several")
    .option("--package <name>", "the npm name of the package")
    .option("--package-version <version>", "the version of the package")
    .addOption(new Option("--long <type>", "how long is typed").choices(longChoices))
    .addOption(new Option("--optionality <rule>", "who the code is for").choices(optionalityChoices))
    .option("--validation-exception <id>", "the error that reports validation failures")
    .option("--license <expression>", "the license field of package.json")
    .option("--check", "write nothing; exit 1 with a diff when the output is stale")
    .option("--force", "overwrite generated files that were edited, and other files in the way")
    .option("-q, --quiet", "say only what is wrong")
    .option("-v, --verbose", "say everything")
    .addOption(new Option("--format <format>", "how to report").choices(["text", "json", "sarif"]).default("text"))
    .addHelpText("after", `${modelArguments}\n${generateExitCodes}`)
    .action(async (models: readonly string[], flags: GenerateFlags) => {
      const { generateCommand } = await import("./commands/generate.js");
      const settings: PluginSettings = {
        service: flags.service,
        package: flags.package,
        packageVersion: flags.packageVersion,
        long: flags.long,
        optionality: flags.optionality,
        validationException: flags.validationException,
        license: flags.license,
      };
      const command = {
        models,
        config: flags.config,
        output: flags.output,
        settings,
        check: flags.check ?? false,
        force: flags.force ?? false,
        verbosity: flags.quiet === true ? "quiet" : flags.verbose === true ? "verbose" : "normal",
        format: flags.format,
      } as const;
      code = await generateCommand(command, surroundings, terminal);
    });
  program
    .command("scaffold")
    .description("Writes the file of a server's handlers, or adds those that the model has gained.")
    .argument("<file>", "the TypeScript file, such as src/handlers.ts")
    .argument("[models...]", "where the model is")
    .option("-c, --config <file>", "the configuration (default: smithy-build.json)")
    .option("-s, --service <id>", "the service, when there are several")
    .option("--package <name>", "the npm name of the generated package")
    .addHelpText("after", `${modelArguments}\n${generateExitCodes}`)
    .action(async (file: string, models: readonly string[], flags: GenerateFlags) => {
      const { scaffoldCommand } = await import("./commands/scaffold.js");
      const settings = { service: flags.service, package: flags.package };
      code = await scaffoldCommand({ file, models, config: flags.config, settings }, surroundings, terminal);
    });
  addModelCommands(program, { surroundings, terminal }, (ended) => {
    code = ended;
  });
  try {
    // Who types the name alone asks what there is: an answer, not a complaint.
    await program.parseAsync(given.length === 0 ? ["--help"] : given, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const { systemFailure } = await import("./system-failure.js");
      const failure = systemFailure(error, (path) => shownPath(surroundings.workingFolder, path));
      if (failure === undefined) throw error;
      const { renderFrame } = await import("../diagnostics/render-frame.js");
      terminal.error(renderFrame(failure, { colour: terminal.colours }));
      return exitCodes.findings;
    }
    return error.exitCode === 0 || error.code === "commander.help" ? exitCodes.success : exitCodes.usage;
  }
  return code;
}
