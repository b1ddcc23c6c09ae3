import { readFileSync } from "node:fs";
import { exitCodes } from "./exit-code.js";
import { runProgram } from "./program.js";
import { createTerminal } from "./terminal.js";

const standardInput = 0;

const terminal = createTerminal(process.stdout, process.stderr, process.env);

// Who reads a report may stop reading it, as `head` does. The work goes on, and the exit code tells how it went.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") void endWith(error);
});
process.stderr.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.exit(exitCodes.findings);
});

/** Says why nothing more can be done or said on standard output: a report that is not whole must not pass for one. */
async function endWith(error: Error): Promise<never> {
  const { systemFailure } = await import("./system-failure.js");
  const { renderFrame } = await import("../diagnostics/render-frame.js");
  const failure = systemFailure(error, (path) => path);
  terminal.error(failure === undefined ? error.message : renderFrame(failure, { colour: terminal.colours }));
  process.exit(exitCodes.findings);
}

/** The folder that paths are relative to, which somebody may have deleted. */
async function workingFolder(): Promise<string> {
  try {
    return process.cwd();
  } catch (error) {
    return endWith(error as Error);
  }
}

process.exitCode = await runProgram(
  process.argv.slice(2),
  {
    workingFolder: await workingFolder(),
    environment: process.env,
    readInput: () => readFileSync(standardInput, "utf8"),
  },
  terminal,
);
