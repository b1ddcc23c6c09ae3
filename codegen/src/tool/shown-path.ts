import { relative, sep } from "node:path";

/** A path as people would type it: relative where that is shorter to read. */
export function shownPath(workingFolder: string, path: string): string {
  const shown = relative(workingFolder, path);
  const text = shown === "" ? "." : shown.startsWith(`..${sep}..`) ? path : shown;
  return text.split(sep).join("/");
}
