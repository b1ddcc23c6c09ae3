import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSource, type Source } from "../../codegen/src/source/source.js";

/** One case of a suite's `index.json`. */
export interface ConformanceCase {
  readonly id: string;
  readonly files: readonly string[];
  readonly expect: Readonly<Record<string, unknown>>;
  /** The modules of traits and rules that the case is run with; `["*"]` for all. */
  readonly modules?: readonly string[];
  /** Runs all rules even when critical ones fail. */
  readonly legacyValidation?: boolean;
}

/** A folder of suites: `<suite>/index.json` beside the files that its cases name. */
export interface Corpus {
  readonly folder: string;
  has(suite: string): boolean;
  cases(suite: string): readonly ConformanceCase[];
  /** The text of a file that a case names. */
  read(suite: string, path: string): string;
  /** The files of a case, named as the case names them. */
  sources(suite: string, paths: readonly string[]): readonly Source[];
}

export function openCorpus(folder: string): Corpus {
  const read = (suite: string, path: string): string => readFileSync(join(folder, suite, path), "utf8");
  return {
    folder,
    has: (suite) => existsSync(join(folder, suite, "index.json")),
    cases: (suite) => JSON.parse(read(suite, "index.json")) as readonly ConformanceCase[],
    read,
    sources: (suite, paths) => paths.map((path) => createSource(path, read(suite, path))),
  };
}
