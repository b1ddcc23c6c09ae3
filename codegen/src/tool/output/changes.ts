import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { occupantOf, type Occupant, type PackageRecords } from "./package-folder.js";
import { contentHash } from "./hash.js";

/** A file that the package should have. */
export interface WantedFile {
  readonly path: string;
  readonly planHash: string;
  /** Undefined when it need not be printed: its plan and its content are as the manifest says. */
  readonly text: string | undefined;
  readonly executable: boolean;
}

export interface FileChange {
  readonly path: string;
  /** What is there; undefined for a new file. */
  readonly before: string | undefined;
  /** What will be there; undefined for a file to delete. */
  readonly after: string | undefined;
  /** Permission bits for the new file. */
  readonly mode: number;
}

/** What must be done to a folder, and what stands in the way. Changes may be made only when `obstacles` is empty. */
export interface Changes {
  readonly changes: readonly FileChange[];
  readonly unchanged: readonly string[];
  readonly obstacles: readonly Diagnostic[];
}

const wayOut = "Move it away, or run again with --force to overwrite it.";
const edited = defineDiagnostic(
  "generate/edited-file",
  "ERROR",
  (path: string) => `${path} was generated and has been edited since. Nothing was written.`,
);
const foreign = defineDiagnostic(
  "generate/foreign-file",
  "ERROR",
  (path: string) => `${path} is in the way: tsmith did not write it. Nothing was written.`,
);
const notAFile = defineDiagnostic("generate/not-a-file", "ERROR", (path: string, at: string) =>
  path === at
    ? `${path} should be a generated file, but something that is no file has its place. Nothing was written.`
    : `${path} cannot be written, because ${at} is no folder. Nothing was written.`,
);
const link = defineDiagnostic(
  "generate/symbolic-link",
  "ERROR",
  (path: string, at: string) =>
    `${path} would be written through the symbolic link ${at}, which may lead anywhere. Nothing was written.`,
);
const editedStale = defineDiagnostic(
  "generate/edited-stale-file",
  "ERROR",
  (path: string) => `${path} is no longer generated, but has been edited since it was. Nothing was written.`,
);
const unreadable = defineDiagnostic(
  "generate/unreadable-manifest",
  "ERROR",
  (path: string) =>
    `${path} is not a manifest of tsmith, so nobody can tell which files may be replaced. Nothing was written.`,
);

/**
 * Compares what a package should have with what its folder has. Only files that the manifest owns, with the content that it
 * wrote, are replaced or deleted; `force` gives up files that people edited, never links and folders.
 *
 * @param show - how messages name a path of the package
 */
export function compareFolder(
  folder: string,
  records: PackageRecords,
  wanted: readonly WantedFile[],
  force: boolean,
  show: (path: string) => string,
): Changes {
  const changes: FileChange[] = [];
  const unchanged: string[] = [];
  const obstacles: Diagnostic[] = [];
  if (!force) {
    for (const path of records.unreadable) {
      const suggestion = "Restore it from version control, or run again with --force.";
      obstacles.push(unreadable.create({ suggestion }, show(path)));
    }
  }
  const isOurs = (path: string, hash: string): boolean =>
    records.manifest.get(path)?.contentHash === hash || records.pending.get(path)?.contentHash === hash;
  const isKnown = (path: string): boolean => records.manifest.has(path) || records.pending.has(path);

  for (const file of wanted) {
    if (file.text === undefined) {
      unchanged.push(file.path);
      continue;
    }
    const occupant = occupantOf(folder, file.path);
    const mode = modeOf(occupant, file.executable);
    if (occupant.kind === "nothing") {
      changes.push({ path: file.path, before: undefined, after: file.text, mode });
    } else if (occupant.kind !== "file") {
      obstacles.push(obstacleOf(file.path, occupant, show));
    } else if (occupant.hash === contentHash(file.text)) {
      unchanged.push(file.path);
    } else if (force || isOurs(file.path, occupant.hash)) {
      changes.push({ path: file.path, before: occupant.text, after: file.text, mode });
    } else {
      const definition = isKnown(file.path) ? edited : foreign;
      obstacles.push(definition.create({ suggestion: wayOut }, show(file.path)));
    }
  }

  const wantedPaths = new Set(wanted.map((file) => file.path));
  for (const path of [...new Set([...records.manifest.keys(), ...records.pending.keys()])].toSorted()) {
    if (wantedPaths.has(path)) continue;
    const occupant = occupantOf(folder, path);
    // Whatever took the place of a file that is no longer wanted is nobody's business here.
    if (occupant.kind !== "file") continue;
    if (force || isOurs(path, occupant.hash)) {
      changes.push({ path, before: occupant.text, after: undefined, mode: 0 });
    } else {
      const suggestion = "Move it away, or run again with --force to delete it.";
      obstacles.push(editedStale.create({ suggestion }, show(path)));
    }
  }
  return { changes, unchanged, obstacles };
}

function obstacleOf(
  path: string,
  occupant: Exclude<Occupant, { kind: "nothing" | "file" }>,
  show: (path: string) => string,
): Diagnostic {
  const suggestion = "Move it away.";
  const definition = occupant.kind === "link" ? link : notAFile;
  return definition.create({ suggestion }, show(path), show(occupant.at));
}

function modeOf(occupant: Occupant, executable: boolean): number {
  const mode = occupant.kind === "file" ? occupant.mode & 0o777 : 0o644;
  return executable ? mode | 0o111 : mode;
}
