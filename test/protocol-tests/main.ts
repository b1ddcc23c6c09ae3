import { loadModel } from "../../codegen/src/loader/load-model.js";
import type { Diagnostic } from "../../codegen/src/diagnostics/diagnostic.js";
import type { Model } from "../../codegen/src/shapes/model.js";
import type { Source } from "../../codegen/src/source/source.js";
import { collectCases } from "./collect-cases.js";
import type { Outcome, ProtocolCase, Side } from "./protocol-case.js";
import { runCases } from "./run-cases.js";

/** Files that make one model. */
export interface TestModel {
  readonly name: string;
  readonly sources: readonly Source[];
}

/** What `npm run protocol-tests` was asked for. */
export interface ProtocolTestOptions {
  /** The project's folder. */
  readonly root: string;
  readonly models: readonly TestModel[];
  /** Short names of protocols, as `restJson1`; all where empty. */
  readonly protocols: readonly string[];
  readonly side?: Side | undefined;
  readonly failures: boolean;
  readonly json: boolean;
  readonly print: (line: string) => void;
}

export interface SuiteResult {
  readonly suite: string;
  readonly passed: number;
  readonly total: number;
  readonly skipped: number;
}

type Result = readonly [ProtocolCase, Outcome];

/** Runs the protocol tests of models and prints what passed, a suite being protocol, side and kind. Skipped cases are not in the totals. */
export async function runProtocolTests(options: ProtocolTestOptions): Promise<readonly SuiteResult[]> {
  const results: Result[] = [];
  for (const test of options.models) results.push(...(await runModel(test, options)));
  const suites = countSuites(results);
  report(results, suites, options);
  return suites;
}

/** Runs what is asked for of one model. */
export async function runModel(
  { name, sources }: TestModel,
  { root, protocols, side }: Pick<ProtocolTestOptions, "root" | "protocols" | "side">,
): Promise<readonly Result[]> {
  const model = load(name, sources);
  const cases = collectCases(model).filter(
    (entry) =>
      (protocols.length === 0 || protocols.includes(shortName(entry))) && (side === undefined || side === entry.side),
  );
  return runCases(root, model, cases);
}

function load(name: string, sources: readonly Source[]): Model {
  const { model, diagnostics } = loadModel(sources, { allowUnknownTraits: true });
  const failure = diagnostics.find(({ severity }) => severity === "ERROR");
  if (failure !== undefined) throw new UnloadableModel(name, failure);
  return model;
}

class UnloadableModel extends Error {
  override readonly name = "UnloadableModel";

  constructor(model: string, { message, location }: Diagnostic) {
    const place = location === undefined ? "" : ` (${location.source.name})`;
    super(`The model ${model} does not load${place}: ${message}`);
  }
}

function shortName({ protocol }: ProtocolCase): string {
  return protocol.slice(protocol.indexOf("#") + 1);
}

export function suiteOf(entry: ProtocolCase): string {
  return `${shortName(entry)}/${entry.side}/${entry.kind}`;
}

function countSuites(results: readonly Result[]): readonly SuiteResult[] {
  const groups = new Map<string, Outcome[]>();
  for (const [entry, outcome] of results) {
    const group = groups.get(suiteOf(entry)) ?? [];
    group.push(outcome);
    groups.set(suiteOf(entry), group);
  }
  return [...groups].map(([suite, outcomes]) => {
    const count = (kind: Outcome["kind"]): number => outcomes.filter((outcome) => outcome.kind === kind).length;
    const skipped = count("skipped");
    return { suite, passed: count("passed"), total: outcomes.length - skipped, skipped };
  });
}

function report(results: readonly Result[], suites: readonly SuiteResult[], options: ProtocolTestOptions): void {
  const { print } = options;
  if (options.json) return print(JSON.stringify(suites));
  if (options.failures) {
    for (const [entry, outcome] of results) {
      if (outcome.kind === "failed") print(`FAILED ${suiteOf(entry)} ${entry.id}\n${indent(outcome.problem)}`);
      if (outcome.kind === "skipped") print(`SKIPPED ${suiteOf(entry)} ${entry.id}: ${outcome.reason}`);
    }
  }
  for (const { suite, passed, total, skipped } of suites) {
    print(`${suite} ${passed}/${total}${skipped === 0 ? "" : ` (${skipped} skipped)`}`);
  }
  const sum = (key: "passed" | "total" | "skipped"): number => suites.reduce((all, suite) => all + suite[key], 0);
  print(`${sum("passed")} passed, ${sum("total") - sum("passed")} failed, ${sum("skipped")} skipped`);
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
