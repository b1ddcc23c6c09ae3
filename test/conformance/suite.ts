import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { hasSharedData, sharedData } from "../support/shared-data.js";

/** One case of a suite's `index.json`. */
export interface ConformanceCase {
  readonly id: string;
  readonly files: readonly string[];
  readonly expect: Readonly<Record<string, unknown>>;
  readonly modules?: readonly string[];
}

export function readSuite(suite: string): readonly ConformanceCase[] {
  return JSON.parse(readSuiteFile(suite, "index.json")) as readonly ConformanceCase[];
}

export function readSuiteFile(suite: string, path: string): string {
  return readFileSync(sharedData(`smithy/${suite}/${path}`), "utf8");
}

/** The IDs in `known-failures/<suite>.txt` with their reasons; a line is `id: reason`, and `#` begins a comment. */
export function knownFailures(suite: string): ReadonlyMap<string, string> {
  const path = fileURLToPath(new URL(`known-failures/${suite}.txt`, import.meta.url));
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, "utf8").split("\n");
  const entries = lines.filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return new Map(
    entries.map((line) => {
      const [id = "", ...reason] = line.split(": ");
      return [id, reason.join(": ")];
    }),
  );
}

/**
 * Runs every case of a suite. A case fails by throwing. A case of the known-failure list must fail: one that passes fails
 * the run, so that the list only shrinks.
 *
 * @param list - the name of the known-failure list, where two tests share a suite
 */
export function describeSuite(suite: string, run: (entry: ConformanceCase) => void, list: string = suite): void {
  describe.skipIf(!hasSharedData())(list, () => {
    if (!hasSharedData()) return;
    const known = knownFailures(list);
    const cases = readSuite(suite);
    it.each(cases.map((entry) => [entry.id, entry] as const))("%s", (id, entry) => {
      const reason = known.get(id);
      if (reason === undefined) run(entry);
      else expect(() => run(entry), `${id} passes now: remove it from the list (${reason})`).toThrow();
    });
    it("lists only cases that exist as known failures", () => {
      const ids = new Set(cases.map(({ id }) => id));
      expect([...known.keys()].filter((id) => !ids.has(id))).toEqual([]);
    });
  });
}
