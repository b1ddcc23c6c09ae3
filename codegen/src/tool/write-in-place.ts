import { existsSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";

/**
 * Writes a file beside its place, then into it: an interruption leaves the old file or the new one. What a symbolic link leads to
 * is written, with the mode that it has; folders on the way to a new file are made.
 */
export function writeInPlace(path: string, text: string): void {
  const isNew = !existsSync(path);
  const target = isNew ? path : realpathSync(path);
  makeFolder(dirname(target));
  const beside = join(dirname(target), `.${process.pid}.tsmith`);
  writeFileSync(beside, text, isNew ? {} : { mode: statSync(target).mode & 0o777 });
  renameSync(beside, target);
}
