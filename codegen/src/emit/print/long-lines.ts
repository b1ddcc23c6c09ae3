import { printWidth } from "../print-width.js";

const beyondLatin = /[\u0300-\uffff]/;

/**
 * Whether prettier may want to change the layout of a text that stands `indent` columns from the left: a line is too long
 * and is neither a comment nor a string that cannot be broken, or its characters do not take one column each.
 */
export function hasLongLine(text: string, indent: number): boolean {
  const limit = printWidth - indent;
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    if (end - start > limit && !isUnbreakable(text.slice(start, end))) return true;
    start = end + 1;
  }
  return beyondLatin.test(text);
}

/** A line of a comment; or a string by itself, alone or behind a key too short to break after. */
const unbreakable = /^\s*(?:\*|\/\*\*|\/\/|(?:[\w$]{1,4}: )?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[,;]?$)/;

function isUnbreakable(line: string): boolean {
  return unbreakable.test(line);
}
