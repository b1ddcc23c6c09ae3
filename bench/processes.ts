import { spawnSync } from "node:child_process";
import type { Contender } from "./harness.js";

/** A whole process, from its start to its end. A sample is its wall time in seconds. */
export function processContender(
  name: string,
  command: readonly string[],
  folder: string,
  before: () => void,
): Contender {
  const [program = "", ...parameters] = command;
  return {
    name,
    sample() {
      before();
      const start = performance.now();
      const run = spawnSync(program, parameters, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
      const seconds = (performance.now() - start) / 1000;
      if (run.status !== 0) throw new Error(`${name} ended with ${run.status ?? run.signal}:\n${run.stderr}`);
      return seconds;
    },
  };
}

/** What one process used, by the operating system's own account. */
export interface ProcessFigures {
  /** From start to end, in seconds. */
  readonly wall: number;
  /** Processor time of all its threads, in seconds. */
  readonly processor: number;
  /** The largest resident set, in bytes. */
  readonly memory: number;
}

/**
 * Runs a command to its end.
 *
 * @throws Error when it ends with another status than those that are right
 */
export function measureProcess(command: readonly string[], right: readonly number[] = [0]): ProcessFigures {
  const format = "%e %U %S %M";
  const run = spawnSync("/usr/bin/time", ["-q", "-f", format, ...command], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status === null || !right.includes(run.status)) {
    throw new Error(`${command.join(" ")} ended with ${run.status ?? run.signal}:\n${run.stderr.slice(-2000)}`);
  }
  const figures = run.stderr.trimEnd().split("\n").at(-1)?.split(" ").map(Number) ?? [];
  const [wall = NaN, user = NaN, system = NaN, kilobytes = NaN] = figures;
  return { wall, processor: user + system, memory: kilobytes * 1024 };
}
