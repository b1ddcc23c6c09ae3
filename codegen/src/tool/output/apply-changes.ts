import { mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../make-folder.js";
import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { FileChange } from "./changes.js";
import { formatManifest, recordsFolder, type ManifestEntry } from "./manifest.js";
import { formatRun, readRecords, recordPaths, type RunRecord } from "./package-folder.js";

const busy = defineDiagnostic(
  "generate/busy",
  "ERROR",
  (folder: string, process: string) =>
    `Another run of tsmith (process ${process}) is writing ${folder}. Nothing was written.`,
);

/**
 * Makes the changes: every new text is written beside the package's files first, then renamed into place, so that no reader
 * sees half a file. What the run is about to write is noted before the first rename: when it is interrupted, the next run
 * knows both the old and the new content as its own and finishes the work.
 */
export function applyChanges(
  folder: string,
  changes: readonly FileChange[],
  entries: readonly ManifestEntry[],
  run: RunRecord,
): readonly Diagnostic[] {
  const at = (path: string): string => join(folder, path);
  const manifest = formatManifest(entries);
  if (changes.length === 0 && isRecorded(folder, manifest)) {
    // The files are right already: only the note of this run is new.
    writeFileSync(at(recordPaths.run), formatRun(run));
    return [];
  }
  makeFolder(at(recordsFolder));
  const beside = `${recordsFolder}/${besidePrefix}${process.pid}`;
  const owner = claim(at(recordsFolder), process.pid);
  if (owner !== undefined) return [busy.create({}, folder, owner)];
  try {
    const texts = changes.filter((change) => change.after !== undefined);
    for (const [index, change] of texts.entries()) {
      writeFileSync(at(`${beside}/${index}`), change.after ?? "", { mode: change.mode });
    }
    writeFileSync(at(`${beside}/manifest`), manifest);
    renameSync(at(`${beside}/manifest`), at(recordPaths.pending));
    for (const [index, change] of texts.entries()) {
      makeFolder(dirname(at(change.path)));
      renameSync(at(`${beside}/${index}`), at(change.path));
    }
    for (const change of changes) if (change.after === undefined) remove(folder, change.path);
    writeFileSync(
      at(recordPaths.ignore),
      "# The rest of this folder belongs to one checkout.\n*\n!.gitignore\n!manifest\n",
    );
    renameSync(at(recordPaths.pending), at(recordPaths.manifest));
    writeFileSync(at(recordPaths.run), formatRun(run));
  } finally {
    rmSync(at(beside), { recursive: true, force: true });
  }
  return [];
}

function isRecorded(folder: string, manifest: string): boolean {
  const records = readRecords(folder);
  return (
    records.pending.size === 0 && formatManifest(records.manifest.values()) === manifest && records.manifest.size > 0
  );
}

const besidePrefix = "next-";

/**
 * Makes this process's folder for new texts; returns the process that is writing the package already. What a dead process
 * left behind is cleared.
 */
function claim(records: string, self: number): string | undefined {
  const own = join(records, `${besidePrefix}${self}`);
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  for (const name of readdirSync(records)) {
    if (!name.startsWith(besidePrefix) || name === `${besidePrefix}${self}`) continue;
    const other = name.slice(besidePrefix.length);
    if (isAlive(Number(other))) {
      rmSync(own, { recursive: true, force: true });
      return other;
    }
    rmSync(join(records, name), { recursive: true, force: true });
  }
  return undefined;
}

function isAlive(id: number): boolean {
  if (!Number.isSafeInteger(id) || id <= 0) return false;
  try {
    // Signal 0 asks whether the process lives.
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Deletes a file, and the folders that this leaves empty. */
function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    try {
      rmdirSync(join(folder, parent));
    } catch {
      // Not empty, or gone: either way there is nothing left to do.
      return;
    }
  }
}
