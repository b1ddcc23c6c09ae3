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

const readingCalls: ReadonlySet<string> = new Set(["lstat", "stat", "read", "realpath", "scandir"]);

/**
 * The finding for an error that the file system answered with: a full disk, a folder that may not be written. Undefined for
 * every other error, which is a defect of ours.
 *
 * @param show - how messages name a path
 */
export function systemFailure(error: unknown, show: (path: string) => string): Diagnostic | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, syscall, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  if (code === undefined || path === undefined || syscall === undefined) return undefined;
  const isRead = readingCalls.has(syscall) || (syscall === "open" && /^E(?:NOENT|ISDIR)$/.test(code));
  return fileSystem.create({}, isRead ? "read" : "written", show(dest ?? path), reasons[code] ?? code);
}
