import { readFileSync } from "node:fs";
import { runProgram } from "./program.js";
import { createTerminal } from "./terminal.js";

const standardInput = 0;

process.exitCode = await runProgram(
  process.argv.slice(2),
  {
    workingFolder: process.cwd(),
    environment: process.env,
    readInput: () => readFileSync(standardInput, "utf8"),
  },
  createTerminal(process.stdout, process.stderr, process.env),
);
