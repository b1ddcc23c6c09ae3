import { defineDiagnostic } from "../diagnostics/define.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";

const fileSystem = defineDiagnostic(
  "tool/file-system",
  "ERROR",
  (verb: string, path: string, reason: string) => `${path} cannot be ${verb}: ${reason}.`,
);

/** What the errors of file systems mean, by their code. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EBUSY: "something else uses it",
  EDQUOT: "the quota of the disk is used up",
  EEXIST: "something else has its place",
  EISDIR: "it is a folder",
  ELOOP: "its symbolic links go round in circles",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "a folder or the target of a symbolic link on the way does not exist",
  ENOSPC: "the disk is full",
  ENOTDIR: "something on the way to it is no folder",
  EPERM: "the system does not permit it",
  EROFS: "the file system is read-only",
};

const readingCalls: ReadonlySet<string> = new Set(["lstat", "stat", "read", "realpath", "scandir", "uv_cwd"]);

/** What calls without a path are about: they are those on what the process was given. */
const givenThings: Readonly<Record<string, string>> = {
  read: "Standard input",
  write: "Standard output",
  uv_cwd: "The working folder",
};

/** A file that is written beside another one to take its place, and its folder: of the file itself nobody knows. */
const besideFile = /^(.*)[/\\]\.\d+\.tsmith$/;

/**
 * The finding for an error that the file system answered with: a full disk, a folder that may not be written. Undefined for
 * every other error, which is a defect of ours.
 *
 * @param show - how messages name a path
 */
export function systemFailure(error: unknown, show: (path: string) => string): Diagnostic | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, syscall, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  if (code === undefined || syscall === undefined) return undefined;
  const reason = reasons[code] ?? code;
  if (path === undefined) {
    const thing = givenThings[syscall];
    if (thing === undefined) return undefined;
    if (syscall === "uv_cwd" && code === "ENOENT") {
      return fileSystem.create({ suggestion: "Go to a folder that exists." }, "read", thing, "it was deleted");
    }
    return fileSystem.create({}, verbOf(syscall, code), thing, reason);
  }
  const folder = besideFile.exec(path)?.[1];
  if (folder !== undefined) return fileSystem.create({}, "written", show(folder), reason);
  return fileSystem.create({}, verbOf(syscall, code), show(dest ?? path), reason);
}

/** Opening is for reading or for writing, and the error does not tell which, unless only reading can fail so. */
function verbOf(syscall: string, code: string): string {
  if (readingCalls.has(syscall)) return "read";
  if (syscall !== "open") return "written";
  return code === "ENOENT" || code === "EISDIR" ? "read" : "opened";
}
