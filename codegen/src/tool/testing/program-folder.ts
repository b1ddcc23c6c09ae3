import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runProgram } from "../program.js";
import { createTerminal } from "../terminal.js";

export interface ProgramRun {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** As if a person looked. */
  readonly isTerminal?: boolean;
}

/** A folder of its own in which the `tsmith` command runs. */
export interface ProgramFolder {
  readonly path: string;
  put(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  run(given: readonly string[], options?: RunOptions): Promise<ProgramRun>;
  remove(): void;
}

export function createProgramFolder(): ProgramFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "program-")));
  return {
    path,
    put(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    read: (name) => readFileSync(join(path, name), "utf8"),
    async run(given, { environment = {}, input = "", isTerminal = false } = {}) {
      let out = "";
      let error = "";
      const terminal = createTerminal(
        { isTTY: isTerminal, write: (text) => (out += text) },
        { isTTY: isTerminal, write: (text) => (error += text) },
        environment,
      );
      const code = await runProgram(given, { workingFolder: path, environment, readInput: () => input }, terminal);
      return { code, out, error };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
