import { structuredPatch } from "diff";
import type { FileChange } from "../output/changes.js";
import type { Palette } from "../terminal.js";

/**
 * A unified diff from what is on disk to what would be generated.
 *
 * @param limit - lines of one file's diff to show; the rest is counted
 */
export function renderDifference(change: FileChange, palette: Palette, limit: number): string {
  const { path, before, after } = change;
  const head = [
    palette.strong(`--- ${before === undefined ? "/dev/null" : path}`),
    palette.strong(`+++ ${after === undefined ? "/dev/null" : path}`),
  ];
  if (limit === 0) return head.join("\n");
  const patch = structuredPatch(path, path, before ?? "", after ?? "", undefined, undefined, {
    context: 3,
    stripTrailingCr: true,
  });
  const lines = patch.hunks.flatMap((hunk) => [
    palette.place(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`),
    ...hunk.lines.map((line) => paint(line, palette)),
  ]);
  const hidden = lines.length - limit;
  const shown =
    hidden > 0 ? [...lines.slice(0, limit), palette.faint(`… ${hidden} more lines (--verbose shows them)`)] : lines;
  return [...head, ...shown].join("\n");
}

function paint(line: string, palette: Palette): string {
  if (line.startsWith("-")) return palette.removed(line);
  return line.startsWith("+") ? palette.added(line) : line;
}
