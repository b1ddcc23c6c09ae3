import type { CommandLineDescription } from "./description.js";
import { exitCodes } from "./command-error.js";
import { runCommandLine } from "./run-command-line.js";

/**
 * Runs a command line as this process: its arguments, variables, streams and signals. Sets the exit code.
 *
 * Interrupted by a signal from the terminal it ends with 130; a reader that goes away early ends it in silence.
 */
export async function runProcess(description: CommandLineDescription): Promise<void> {
  const interruption = new AbortController();
  process.once("SIGINT", () => {
    interruption.abort();
    // The second time, the default applies: the process ends at once.
    process.exitCode = exitCodes.interrupted;
  });
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
  const code = await runCommandLine(description, process.argv.slice(2), {
    variables: process.env,
    output: process.stdout,
    errors: process.stderr,
    width: process.stdout.columns,
    signal: interruption.signal,
  });
  process.exitCode = interruption.signal.aborted ? exitCodes.interrupted : code;
}
