import { existsSync, readFileSync } from "node:fs";

/** The IDs in `known-failures/<suite>.txt` with their reasons; a line is `id: reason`, and `#` begins a comment. */
export function knownFailures(folder: URL, suite: string): ReadonlyMap<string, string> {
  const path = new URL(`known-failures/${suite}.txt`, folder);
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
