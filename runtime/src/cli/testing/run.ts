import type { CommandLineDescription } from "../description.js";
import type { CommandEnvironment } from "../environment.js";
import { runCommandLine } from "../run-command-line.js";

export interface RunResult {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command line and keeps what it writes. */
export async function run(
  description: CommandLineDescription,
  args: readonly string[],
  environment: Partial<CommandEnvironment> = {},
): Promise<RunResult> {
  let output = "";
  let errors = "";
  const code = await runCommandLine(description, args, {
    variables: {},
    output: { write: (text) => void (output += text) },
    errors: { write: (text) => void (errors += text) },
    ...environment,
  });
  return { code, output, errors };
}
