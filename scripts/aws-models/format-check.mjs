import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** What of a package has prettier's layout: not its reference pages, nor its OpenAPI document. */
const formatted = /^(?:(?:src|test|bin)\/.*|[^/]*)(?<!^openapi\.json)(?<=\.(?:[jt]s|json|md))$/;

/**
 * Starts threads that hold files against prettier's layout while the caller does something else.
 *
 * @param options - prettier's
 * @returns `check`, which resolves with what is wrong in the files of a package as they are now, one text a file; and `stop`
 */
export function startFormatCheck(options) {
  const waiting = [];
  const workers = Array.from({ length: Math.max(1, availableParallelism() - 1) }, () => {
    const worker = new Worker(new URL("format-worker.mjs", import.meta.url), { workerData: options });
    // The process may end while nobody waits for a file.
    worker.unref();
    return { worker, job: undefined };
  });
  for (const slot of workers) {
    slot.worker.on("message", (problem) => finish(slot, problem));
    slot.worker.on("error", (error) => {
      throw error;
    });
  }
  return {
    async check(folder) {
      const paths = readdirSync(folder, { recursive: true }).map((path) => path.replaceAll("\\", "/"));
      const problems = await Promise.all(
        paths.filter((path) => formatted.test(path)).map((path) => checkFile(folder, path)),
      );
      return problems.filter((problem) => problem !== undefined);
    },
    stop: () => Promise.all(workers.map(({ worker }) => worker.terminate())),
  };

  function checkFile(folder, path) {
    return new Promise((resolve) => {
      waiting.push({ path: join(folder, path), resolve: (problem) => resolve(problem && `${path}: ${problem}`) });
      workers.filter(({ job }) => job === undefined).forEach(start);
    });
  }

  function start(slot) {
    slot.job = waiting.shift();
    if (slot.job !== undefined) slot.worker.postMessage(slot.job.path);
  }

  function finish(slot, problem) {
    slot.job.resolve(problem);
    start(slot);
  }
}
