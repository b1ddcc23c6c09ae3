import type { ConformanceCase, Corpus } from "./corpus.js";

/** One kind of case: how it is run. What it must give stands in the corpus alone. */
export interface Suite {
  readonly name: string;
  /** Throws an error that says what differs when the case fails. */
  readonly run: (entry: ConformanceCase, corpus: Corpus) => void | Promise<void>;
}

/** Fails a case whose lists of lines differ, whatever their order: names what is missing and what is too much. */
export function expectSameLines(found: readonly string[], wanted: readonly string[]): void {
  const missing = subtract(wanted, found);
  const extra = subtract(found, wanted);
  if (missing.length === 0 && extra.length === 0) return;
  throw new Error([...missing.map((line) => `- ${line}`), ...extra.map((line) => `+ ${line}`)].join("\n"));
}

function subtract(from: readonly string[], lines: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of lines) left.set(line, (left.get(line) ?? 0) + 1);
  return from.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Fails a case whose texts differ: shows the first lines that do. */
export function expectSameText(found: string, wanted: string): void {
  if (found === wanted) return;
  const foundLines = found.split("\n");
  const wantedLines = wanted.split("\n");
  const at = wantedLines.findIndex((line, index) => line !== foundLines[index]);
  const first = at < 0 ? wantedLines.length : at;
  const show = (lines: readonly string[], mark: string) =>
    lines.slice(first, first + 5).map((line) => `${mark} ${line}`);
  throw new Error([`line ${first + 1}`, ...show(wantedLines, "-"), ...show(foundLines, "+")].join("\n"));
}
