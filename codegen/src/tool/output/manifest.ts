/** One file that the generator wrote. */
export interface ManifestEntry {
  /** Relative to the package's folder, with `/`. */
  readonly path: string;
  /** What it was printed from. */
  readonly planHash: string;
  /** What was written, line ends normalised. */
  readonly contentHash: string;
}

/** By path. */
export type Manifest = ReadonlyMap<string, ManifestEntry>;

const heading = "# Files that tsmith generated and may replace or delete: plan hash, content hash, path.";

/** One line a file, sorted, so that version control merges and compares it well. */
export function formatManifest(entries: Iterable<ManifestEntry>): string {
  const lines = [...entries].map((entry) => `${entry.planHash} ${entry.contentHash} ${entry.path}`);
  const byPath = (line: string): string => line.slice(66);
  lines.sort((left, right) => (byPath(left) < byPath(right) ? -1 : 1));
  return `${[heading, ...lines].join("\n")}\n`;
}

/** The entries of a manifest; undefined when it is not one, as after a merge with conflicts. */
export function parseManifest(text: string): Manifest | undefined {
  const entries = new Map<string, ManifestEntry>();
  for (const line of text.split(/\r?\n/)) {
    if (line === "" || line.startsWith("#")) continue;
    const match = /^([0-9a-f]{32}) ([0-9a-f]{32}) (.+)$/.exec(line);
    const [, planHash, contentHash, path] = match ?? [];
    if (planHash === undefined || contentHash === undefined || path === undefined || !isSafePath(path))
      return undefined;
    entries.set(path, { path, planHash, contentHash });
  }
  return entries;
}

/** Whether a path stays inside its folder on every system, and away from the generator's own records. */
export function isSafePath(path: string): boolean {
  const parts = path.split("/");
  return (
    !/[\\:\p{Cc}]/u.test(path) &&
    parts[0] !== recordsFolder &&
    parts.every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** Where the generator keeps its records, inside the package. */
export const recordsFolder = ".tsmith";
