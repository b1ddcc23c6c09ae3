import { printWidth } from "../print-width.js";

/** No character before these has another width than one column: a quick question before the slow one. */
const beyondLatin = /\u00ad|[\u0300-\uffff]/;

/** Marks without a width of their own, symbols that may be emoji, and everything from East Asia on. */
const otherWidth = /\p{Mark}|[\u1100-\u11ff\u2300-\u2bff\u2e80-\u{10ffff}]|\p{Cf}/u;

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
  return beyondLatin.test(text) && otherWidth.test(text);
}

/** A line of a comment; or a string by itself, alone or behind a key too short to break after. */
const unbreakable = /^\s*(?:\*|\/\*\*|\/\/|(?:[\w$]{1,4}: )?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[,;]?$)/;

function isUnbreakable(line: string): boolean {
  return unbreakable.test(line);
}
