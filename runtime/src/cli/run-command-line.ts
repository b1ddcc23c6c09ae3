import { parseArguments, unknownOptions, type OptionValue, type ParsedArguments } from "./arguments.js";
import { checkParameters } from "./check-parameters.js";
import { CommandError, exitCodes, explainError, usageError } from "./command-error.js";
import type { CommandDescription, CommandLineDescription } from "./description.js";
import type { CommandEnvironment } from "./environment.js";
import { formatJsonText } from "./json-text.js";
import { globalRules, rulesOf } from "./options.js";
import { formatOutput } from "./output.js";
import { decodeBlobs, parametersOfFlags, parametersOfInput } from "./parameters.js";
import type { Query } from "./query.js";
import { invalidChoice } from "./similar.js";
import { skeletonOf } from "./skeleton.js";
import { isObject, type Value } from "./value.js";

/**
 * Runs one command as the AWS CLI, version 2, runs its own: the same options, messages and exit codes.
 *
 * @param args what stands behind the name of the command
 * @returns the exit code: 0, 252 for a wrong call, 253 without credentials or region, 254 for an error of the service, else 255
 */
export async function runCommandLine(
  description: CommandLineDescription,
  args: readonly string[],
  environment: CommandEnvironment,
): Promise<number> {
  try {
    return await run(description, args, environment);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    environment.errors.write(explainError(description, error));
    return error.exitCode;
  }
}

async function run(
  description: CommandLineDescription,
  args: readonly string[],
  environment: CommandEnvironment,
): Promise<number> {
  const { program } = description;
  const place = commandPlace(program, args);
  const name = place === undefined ? undefined : args[place];
  const command =
    name !== undefined && Object.hasOwn(description.commands, name) ? description.commands[name] : undefined;
  if (name === undefined || place === undefined || command === undefined) {
    return runWithoutCommand(description, name, args, environment);
  }
  const rest = [...args.slice(0, place), ...args.slice(place + 1)];
  const rules = rulesOf(description, command);
  if (rest[place] === "help" || rest.includes("--help")) {
    return showHelp(description, environment, { name, command });
  }
  const parsed = parseArguments(program, rules, rest);
  if (parsed.options.has("version") && command.flags["version"] === undefined)
    return showVersion(description, environment);
  const query = await queryOf(parsed.options);
  requireFlags(description, command, parsed.options);
  const [subcommand, ...positionals] = parsed.positionals;
  if (subcommand === "help") return showHelp(description, environment, { name, command });
  const unknown = inOrder(rest, [...parsed.unknown, ...positionals]);
  if (subcommand !== undefined) unknown.push(subcommand);
  if (unknown.length > 0) throw unknownOptions(rules, unknown);
  return runCommand(description, command, parsed, query, environment);
}

/** Where the name of the command stands: the first argument that is no option and no option's value. */
function commandPlace(program: string, args: readonly string[]): number | undefined {
  const rules = globalRules();
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    if (!arg.startsWith("-")) return index;
    const takesValue = rules.get(arg.slice(2))?.takes === "one";
    if (takesValue) index += 1;
    else if (!arg.includes("=") && abbreviates(program, rules, arg)) index += 1;
  }
  return undefined;
}

function abbreviates(program: string, rules: ReturnType<typeof globalRules>, arg: string): boolean {
  if (!arg.startsWith("--") || arg === "--" || rules.has(arg.slice(2))) return false;
  const names = [...rules.keys()].filter((name) => name.startsWith(arg.slice(2)));
  if (names.length > 1) parseArguments(program, rules, [arg]);
  return rules.get(names[0] ?? "")?.takes === "one";
}

/** Unknown arguments as they stood on the command line. */
function inOrder(args: readonly string[], unknown: readonly string[]): string[] {
  const left = [...unknown];
  return args.filter((arg) => {
    const index = left.indexOf(arg);
    if (index < 0) return false;
    left.splice(index, 1);
    return true;
  });
}

async function runWithoutCommand(
  description: CommandLineDescription,
  name: string | undefined,
  args: readonly string[],
  environment: CommandEnvironment,
): Promise<number> {
  const { program } = description;
  const { options } = parseArguments(program, globalRules(), args);
  if (options.has("version")) return showVersion(description, environment);
  if (options.has("help") || name === "help") return showHelp(description, environment, undefined);
  await queryOf(options);
  if (name === undefined) throw usageError(program, "the following arguments are required: operation");
  const choices = [...Object.keys(description.commands), "help"];
  throw usageError(program, `argument operation: ${invalidChoice(name, choices)}`);
}

function showVersion(description: CommandLineDescription, environment: CommandEnvironment): number {
  environment.output.write(`${description.program}/${description.version} Node.js/${process.versions.node}\n`);
  return 0;
}

async function showHelp(
  description: CommandLineDescription,
  environment: CommandEnvironment,
  about: { readonly name: string; readonly command: CommandDescription } | undefined,
): Promise<number> {
  const [{ commandHelp, serviceHelp }, texts] = await Promise.all([import("./help.js"), description.texts()]);
  const { width } = environment;
  environment.output.write(
    about === undefined
      ? serviceHelp(description, texts, width)
      : commandHelp(description, texts, about.name, about.command, width),
  );
  return 0;
}

async function queryOf(options: ReadonlyMap<string, OptionValue>): Promise<Query | undefined> {
  const expression = options.get("query");
  if (typeof expression !== "string") return undefined;
  const { compileQuery } = await import("./query.js");
  return compileQuery(expression);
}

/** Required flags may be left out where the parameters come from elsewhere, or where only their skeleton is wanted. */
function requireFlags(
  description: CommandLineDescription,
  command: CommandDescription,
  options: ReadonlyMap<string, OptionValue>,
): void {
  const skeleton = options.get("generate-cli-skeleton");
  if (options.has("cli-input-json") || options.has("cli-input-yaml")) return;
  if (skeleton !== undefined && skeleton !== "output") return;
  const shape = command.input === undefined ? undefined : description.shapes[command.input];
  if (shape?.type !== "structure") return;
  const missing = Object.entries(command.flags)
    .filter(([flag, member]) => shape.members[member]?.required === true && !options.has(flag))
    .map(([flag]) => `--${flag}`);
  if (missing.length === 0) return;
  throw usageError(description.program, `the following arguments are required: ${missing.join(", ")}`);
}

async function runCommand(
  description: CommandLineDescription,
  command: CommandDescription,
  { options }: ParsedArguments,
  query: Query | undefined,
  environment: CommandEnvironment,
): Promise<number> {
  const flags = parametersOfFlags(description, command, options, environment);
  const input = await parametersOfInput(options, environment);
  const given = new Map([...flags, ...[...input].filter(([name]) => !flags.has(name))]);
  const skeleton = options.get("generate-cli-skeleton");
  if (skeleton !== undefined && skeleton !== "output") {
    environment.output.write(await inputSkeleton(description, command, skeleton));
    return 0;
  }
  const raw = options.get("cli-binary-format") === "raw-in-base64-out";
  const decoded = command.input === undefined ? given : decodeBlobs(description, { shape: command.input }, given, raw);
  const parameters = isObject(decoded) ? decoded : given;
  const check = (): void => {
    const problems = checkParameters(description, command.input, parameters);
    if (problems.length === 0) return;
    throw new CommandError(`Parameter validation failed:\n${problems.join("\n")}`, exitCodes.usage);
  };
  let output: Value;
  if (skeleton === "output") {
    check();
    output = skeletonOf(description, command.output, "output");
  } else {
    const { callOperation } = await import("./call.js");
    output = await callOperation({ description, command, options, environment, parameters, check });
  }
  const shown = query === undefined ? output : query(output);
  const format = options.get("output");
  const form = typeof format === "string" ? format : environment.variables["AWS_DEFAULT_OUTPUT"] || "json";
  environment.output.write(await formatOutput(form, command.operation, shown, environment.width));
  return 0;
}

async function inputSkeleton(
  description: CommandLineDescription,
  command: CommandDescription,
  kind: OptionValue,
): Promise<string> {
  if (kind !== "yaml-input") return `${formatJsonText(skeletonOf(description, command.input, "input"))}\n`;
  const [{ yamlSkeleton }, texts] = await Promise.all([import("./skeleton-yaml.js"), description.texts()]);
  return yamlSkeleton(description, texts, command.input);
}
