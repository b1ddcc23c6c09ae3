import { readFileSync } from "node:fs";
import { runProgram } from "./program.js";
import { createTerminal } from "./terminal.js";

const standardInput = 0;

// Who reads a report may stop reading it, as `head` does. The work goes on, and the exit code tells how it went.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await runProgram(
  process.argv.slice(2),
  {
    workingFolder: process.cwd(),
    environment: process.env,
    readInput: () => readFileSync(standardInput, "utf8"),
  },
  createTerminal(process.stdout, process.stderr, process.env),
);
