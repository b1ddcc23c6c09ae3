import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "./hash.js";
import { parseManifest, recordsFolder, type Manifest } from "./manifest.js";

/** What the generator knows about a package's folder from earlier runs. */
export interface PackageRecords {
  readonly manifest: Manifest;
  /** What an interrupted run was about to write; empty otherwise. */
  readonly pending: Manifest;
  /** The build of the generator that made the manifest's plans, and the key of the run; undefined in a fresh checkout. */
  readonly run: RunRecord | undefined;
  /** Records that cannot be read, as after a merge with conflicts. */
  readonly unreadable: readonly string[];
}

export interface RunRecord {
  readonly build: string;
  readonly key: string;
}

export const recordPaths = {
  manifest: `${recordsFolder}/manifest`,
  pending: `${recordsFolder}/manifest.next`,
  run: `${recordsFolder}/run`,
  ignore: `${recordsFolder}/.gitignore`,
} as const;

export function readRecords(folder: string): PackageRecords {
  const unreadable: string[] = [];
  const manifestAt = (path: string): Manifest => {
    const text = readText(join(folder, path));
    if (text === undefined) return new Map();
    const manifest = parseManifest(text);
    if (manifest === undefined) unreadable.push(path);
    return manifest ?? new Map();
  };
  const manifest = manifestAt(recordPaths.manifest);
  const pending = manifestAt(recordPaths.pending);
  const [build, key] = (readText(join(folder, recordPaths.run)) ?? "").split("\n");
  const run = build === undefined || key === undefined || key === "" ? undefined : { build, key };
  return { manifest, pending, run, unreadable };
}

export function formatRun(run: RunRecord): string {
  return `${run.build}\n${run.key}\n`;
}

/** What stands at a path of the package. */
export type Occupant =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly hash: string; readonly text: string; readonly mode: number }
  /** A symbolic link, at this path or in a folder above it: writing would reach outside. */
  | { readonly kind: "link"; readonly at: string }
  /** A folder, or a file where a folder should be, or a device. */
  | { readonly kind: "other"; readonly at: string };

/** Looks at a path without following links below `folder`. */
export function occupantOf(folder: string, path: string): Occupant {
  const parts = path.split("/");
  for (let count = 1; count <= parts.length; count += 1) {
    const at = parts.slice(0, count).join("/");
    const status = lstatSync(join(folder, at), { throwIfNoEntry: false });
    if (status === undefined) return { kind: "nothing" };
    if (status.isSymbolicLink()) return { kind: "link", at };
    if (count < parts.length ? !status.isDirectory() : !status.isFile()) return { kind: "other", at };
    if (count === parts.length) {
      const text = readFileSync(join(folder, path), "utf8");
      return { kind: "file", hash: contentHash(text), text, mode: status.mode };
    }
  }
  return { kind: "nothing" };
}

/** Whether every file is as it was written. The quick question of a run with nothing to do. */
export function isUntouched(folder: string, manifest: Manifest): boolean {
  for (const entry of manifest.values()) {
    const occupant = occupantOf(folder, entry.path);
    if (occupant.kind !== "file" || occupant.hash !== entry.contentHash) return false;
  }
  return true;
}

function readText(path: string): string | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isFile() === true ? readFileSync(path, "utf8") : undefined;
}
