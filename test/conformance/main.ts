import { readdirSync } from "node:fs";
import { type ConformanceCase, type Corpus, openCorpus } from "./corpus.js";
import type { Suite } from "./suite.js";
import { suites } from "./suites.js";

/** What `npm run conformance` was asked for. */
export interface ConformanceOptions {
  /** A folder of suites. */
  readonly data: string;
  /** Names of suites; all where empty. */
  readonly suites: readonly string[];
  /** Prints each failing case with what differs. */
  readonly failures: boolean;
  readonly json: boolean;
  readonly print: (line: string) => void;
}

interface SuiteResult {
  readonly suite: string;
  readonly passed: number;
  readonly total: number;
}

/** Runs suites of a corpus and prints what passed. The names that no suite has, and the counts, are the result. */
export async function runConformance(
  options: ConformanceOptions,
): Promise<{ readonly unknown: readonly string[]; readonly failed: number }> {
  const corpus = openCorpus(options.data);
  const names = new Set(suites.map(({ name }) => name));
  const unknown = options.suites.filter((name) => !names.has(name));
  if (unknown.length > 0) return { unknown, failed: 0 };
  const chosen = suites.filter(
    ({ name }) => corpus.has(name) && (options.suites.length === 0 || options.suites.includes(name)),
  );
  const results: SuiteResult[] = [];
  for (const suite of chosen) {
    const result = await runSuite(suite, corpus, options);
    results.push(result);
    if (!options.json) options.print(`${result.suite} ${result.passed}/${result.total}`);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const total = results.reduce((sum, result) => sum + result.total, 0);
  const skipped = options.suites.length === 0 ? countSkipped(corpus, names) : 0;
  if (options.json) options.print(JSON.stringify(results));
  else options.print(`${passed} passed, ${total - passed} failed, ${skipped} skipped`);
  return { unknown, failed: total - passed };
}

async function runSuite(suite: Suite, corpus: Corpus, options: ConformanceOptions): Promise<SuiteResult> {
  const cases = corpus.cases(suite.name);
  let passed = 0;
  for (const entry of cases) {
    const problem = await problemOf(suite, entry, corpus);
    if (problem === undefined) passed += 1;
    else if (options.failures && !options.json) options.print(`FAILED ${entry.id}\n${indent(problem)}`);
  }
  return { suite: suite.name, passed, total: cases.length };
}

async function problemOf(suite: Suite, entry: ConformanceCase, corpus: Corpus): Promise<string | undefined> {
  try {
    await suite.run(entry, corpus);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}

/** Cases of suites that nothing here runs. */
function countSkipped(corpus: Corpus, names: ReadonlySet<string>): number {
  const others = readdirSync(corpus.folder).filter((name) => !names.has(name) && corpus.has(name));
  return others.reduce((sum, name) => sum + corpus.cases(name).length, 0);
}
