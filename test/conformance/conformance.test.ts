import { describe, expect, it } from "vitest";
import { hasSharedData, sharedData } from "../support/shared-data.js";
import { openCorpus } from "./corpus.js";
import { knownFailures } from "./known-failures.js";
import { suites } from "./suites.js";

const present = hasSharedData();
const corpus = openCorpus(sharedData("smithy"));

describe.each(suites.map((suite) => [suite.name, suite] as const))("%s", (name, { run }) => {
  const known = knownFailures(new URL("./", import.meta.url), name);
  const cases = present ? corpus.cases(name) : [];

  // One test a suite, since a report of thousands of tests takes longer than the tests.
  it.skipIf(!present)("gives what every case expects, but for the known failures", async () => {
    const failures: string[] = [];
    for (const entry of cases) {
      const reason = known.get(entry.id);
      let problem: string | undefined;
      try {
        await run(entry, corpus);
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error);
      }
      if (reason === undefined && problem !== undefined) failures.push(`${entry.id}\n${problem}`);
      if (reason !== undefined && problem === undefined) {
        failures.push(`${entry.id}\npasses now: remove it from the list of known failures (${reason})`);
      }
    }
    expect(failures.join("\n\n")).toBe("");
  });

  it.skipIf(!present)("lists only cases that exist as known failures", () => {
    const ids = new Set(cases.map(({ id }) => id));
    expect([...known.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });
});
