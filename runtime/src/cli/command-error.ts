import type { CommandLineDescription } from "./description.js";

/** Exit codes of the AWS CLI, version 2. */
export const exitCodes = { interrupted: 130, usage: 252, configuration: 253, service: 254, general: 255 } as const;

/** Something that ends a command with an explanation on the error stream and an exit code. */
export class CommandError extends Error {
  readonly exitCode: number;
  /** Whether the explanation stands below the lines that say how the command is called. */
  readonly withUsage: boolean;

  constructor(message: string, exitCode: number, withUsage = false) {
    super(message);
    this.exitCode = exitCode;
    this.withUsage = withUsage;
  }
}

/** A mistake in how the command was called. */
export function usageError(program: string, problem: string): CommandError {
  return new CommandError(`${program}: error: ${problem}`, exitCodes.usage, true);
}

/** A value of a flag that cannot be read. */
export function flagError(flag: string, problem: string): CommandError {
  return new CommandError(`Error parsing parameter '${flag}': ${problem}`, exitCodes.usage);
}

/** What the error stream gets for an error. */
export function explainError(description: CommandLineDescription, error: CommandError): string {
  if (!error.withUsage) return `\n${error.message}\n`;
  const { program } = description;
  return [
    "",
    `usage: ${program} [options] <command> [parameters]`,
    "To see help text, you can run:",
    "",
    `  ${program} help`,
    `  ${program} <command> help`,
    "",
    error.message,
    "",
    "",
  ].join("\n");
}
