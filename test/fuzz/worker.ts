// One process of the fuzz command: runs every n-th case, and tells its parent before each, so that a hang has a name.
import { type FuzzCase, makeCase } from "./fuzz-case.js";
import { runCase } from "./run-case.js";
import { readSeeds } from "./seeds.js";

/** What the parent sends first. */
export interface WorkerTask {
  readonly data: string;
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  readonly count: number;
  readonly limitMilliseconds: number;
}

export type WorkerMessage =
  | { readonly kind: "start"; readonly index: number }
  | {
      readonly kind: "failure";
      readonly index: number;
      readonly name: string;
      readonly problem: string;
      readonly text: string;
    }
  | { readonly kind: "end"; readonly heapStart: number; readonly heapEnd: number };

/** Caches and compiled code are there after so many cases: what grows from then on grows for ever. */
const warmUp = 500;

process.once("message", (task: WorkerTask) => {
  runTask(task);
  process.disconnect();
});

function send(message: WorkerMessage): void {
  process.send?.(message);
}

function runTask({ data, seed, first, step, count, limitMilliseconds }: WorkerTask): void {
  const seeds = readSeeds(data);
  let heapStart = heapSize();
  let done = 0;
  for (let index = first; index < count; index += step) {
    send({ kind: "start", index });
    const entry = makeCase(seeds, seed, index);
    const problem = problemOf(entry, limitMilliseconds);
    if (problem !== undefined) send({ kind: "failure", index, name: entry.name, problem, text: entry.text });
    done += 1;
    if (done === warmUp) heapStart = heapSize();
  }
  send({ kind: "end", heapStart, heapEnd: heapSize() });
}

/** What is slow because others keep the machine busy is quick when it runs again. */
const attempts = 3;

function problemOf(entry: FuzzCase, limitMilliseconds: number): string | undefined {
  let fastest = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const began = performance.now();
    try {
      runCase(entry);
    } catch (error) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    fastest = Math.min(fastest, performance.now() - began);
    if (fastest <= limitMilliseconds) return undefined;
  }
  return `took ${Math.round(fastest)} ms`;
}

function heapSize(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
