import { lastCodePoint, type CharSet } from "./char-set.js";
import { compilePattern } from "./compile-pattern.js";
import { parsePattern } from "./parse-pattern.js";
import type { PatternNode } from "./pattern-tree.js";

/** More copies than this re2 refuses to count. */
const mostCopies = 1000;

/**
 * The pattern in the language of RE2, which is matched in linear time, with the same meaning: sets and anchors are written out,
 * since the languages differ in what `\s`, `.` and `$` mean. Undefined for what RE2 cannot express: looking around,
 * backreferences, and repetitions counted beyond 1,000.
 */
export function linearPattern(pattern: string): string | undefined {
  const compiled = compilePattern(pattern);
  return compiled.kind === "invalid" ? undefined : write(parsePattern(pattern, compiled.flags));
}

function write(node: PatternNode): string | undefined {
  switch (node.kind) {
    case "set":
      return writeSet(node.set);
    case "sequence":
      return joined(node.items, "");
    case "alternatives": {
      const text = joined(node.items, "|");
      return text === undefined ? undefined : `(?:${text})`;
    }
    case "repeat": {
      const item = write(node.item);
      const most = node.max === Infinity ? node.min : node.max;
      return item === undefined || most > mostCopies ? undefined : `(?:${item})${quantifier(node.min, node.max)}`;
    }
    case "start":
      return "\\A";
    case "end":
      return "\\z";
    case "boundary":
      return node.negated ? "\\B" : "\\b";
    case "look":
    case "backreference":
      return undefined;
  }
}

function joined(items: readonly PatternNode[], separator: string): string | undefined {
  const texts = items.map(write);
  return texts.includes(undefined) ? undefined : texts.join(separator);
}

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function writeSet(set: CharSet): string {
  if (set.length === 0) return `[^\\x{0}-\\x{${lastCodePoint.toString(16)}}]`;
  const ranges = set.map(([first, last]) =>
    first === last ? character(first) : `${character(first)}-${character(last)}`,
  );
  const [only] = set;
  if (set.length === 1 && only !== undefined && only[0] === only[1]) return ranges.join("");
  return `[${ranges.join("")}]`;
}

function character(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return /^[A-Za-z0-9]$/.test(text) ? text : `\\x{${codePoint.toString(16)}}`;
}
