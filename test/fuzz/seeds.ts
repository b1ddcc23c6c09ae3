import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A text to start from. */
export interface Seed {
  readonly name: string;
  readonly kind: "idl" | "json" | "selector";
  readonly text: string;
}

/** Larger files say little more, and time is for many runs. */
const largestFile = 24_000;
const ignoredFolders = new Set(["expected"]);

/** The models of a corpus, and the selectors that its cases name. Sorted, so that a seed of the run always means the same. */
export function readSeeds(folder: string): readonly Seed[] {
  const seeds: Seed[] = [];
  for (const path of filesBelow(folder)) {
    const text = readFileSync(path, "utf8");
    const name = path.slice(folder.length + 1);
    if (path.endsWith(".smithy")) seeds.push({ name, kind: "idl", text });
    else if (/"smithy"\s*:/.test(text)) seeds.push({ name, kind: "json", text });
  }
  return [...seeds, ...selectorsOf(folder)];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      const status = statSync(path);
      if (status.isDirectory()) return ignoredFolders.has(name) ? [] : filesBelow(path);
      return /\.(?:smithy|json)$/.test(name) && name !== "index.json" && status.size <= largestFile ? [path] : [];
    });
}

function selectorsOf(folder: string): readonly Seed[] {
  const index = join(folder, "selectors/index.json");
  if (!existsSync(index)) return [];
  const cases = JSON.parse(readFileSync(index, "utf8")) as readonly { id: string; expect: { selector?: string } }[];
  return cases.flatMap(({ id, expect: { selector } }) =>
    selector === undefined ? [] : [{ name: id, kind: "selector" as const, text: selector }],
  );
}
