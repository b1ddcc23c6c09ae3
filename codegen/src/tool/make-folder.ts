import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and those on the way to it. Node's own way never comes back where a folder that exists takes no other, as
 * those of `/proc` do.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  for (const folder of missing.length === 0 && !isFolder(path) ? [path] : missing) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Somebody else may have been quicker.
      if (!isFolder(folder)) throw error;
    }
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
