/** A replacement of a range of a text; an insertion where the range is empty. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap. Those at one place are applied in the order in which they stand. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let copied = 0;
  for (const edit of edits.toSorted((left, right) => left.start - right.start || left.end - right.end)) {
    if (edit.start < copied) continue;
    parts.push(text.slice(copied, edit.start), edit.text);
    copied = edit.end;
  }
  return parts.join("") + text.slice(copied);
}

/** What stands in front of an offset on its line, when that is only whitespace. */
function indentationBefore(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && (text[start - 1] === " " || text[start - 1] === "\t")) start -= 1;
  const isFirst = start === 0 || text[start - 1] === "\n" || text[start - 1] === "\r";
  return isFirst ? text.slice(start, offset) : undefined;
}

/** Puts a trait in front of something: on a line of its own where that begins one. */
export function insertTrait(text: string, offset: number, trait: string): TextEdit {
  const indentation = indentationBefore(text, offset);
  const gap = indentation === undefined ? " " : `${lineBreakOf(text)}${indentation}`;
  return { start: offset, end: offset, text: `${trait}${gap}` };
}

/** Takes a range out, with its line when nothing else is on it. Commas go with it, comments stay. */
export function removeRange(text: string, start: number, end: number): TextEdit {
  let after = end;
  while (text[after] === " " || text[after] === "\t" || text[after] === ",") after += 1;
  const indentation = indentationBefore(text, start);
  const lineBreak = /^(?:\r\n|\n|\r)/.exec(text.slice(after, after + 2))?.[0];
  if (indentation === undefined || lineBreak === undefined) return { start, end: after, text: "" };
  return { start: start - indentation.length, end: after + lineBreak.length, text: "" };
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
