import { propertyKey, stringLiteral } from "../../emit/escape.js";
import { printWidth } from "../../emit/print-width.js";

/** Texts by name, at any depth. */
export type TextTree = string | { readonly [name: string]: TextTree };

/**
 * Texts as a TypeScript expression that prettier leaves as it is: one too long for its line is a sum of pieces, so that help texts of
 * a large service need not be wrapped when they are printed.
 *
 * @param indent columns that the statement's line is indented by
 */
export function textTree(tree: { readonly [name: string]: TextTree }, indent: number): string {
  const inner = " ".repeat(indent + 2);
  const lines = Object.entries(tree).map(([name, value]) => {
    const key = propertyKey(name);
    const head = `${inner}${key}:`;
    if (typeof value !== "string") return `${head} ${textTree(value, indent + 2)},`;
    const whole = asciiLiteral(value);
    if (head.length + whole.length + 2 <= printWidth) return `${head} ${whole},`;
    const pieces = piecesOf(value, printWidth - indent - 8).map((piece) => `${inner}  ${asciiLiteral(piece)}`);
    const [only = ""] = pieces;
    // Behind so short a key nothing would be won by a line of its own.
    if (pieces.length === 1 && key.length <= 4) return `${head} ${only.trimStart()},`;
    return `${head}\n${pieces.join(" +\n")},`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${" ".repeat(indent)}}`;
}

/** The text cut behind spaces, into pieces whose literals are no longer than `width`. */
function piecesOf(text: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const word of text.split(/(?<=\s)(?=\S)/).flatMap((part) => cutWord(part, width))) {
    // A literal is longer than its text by two quotes at least.
    if (piece !== "" && (piece.length + word.length + 2 > width || asciiLiteral(piece + word).length > width)) {
      pieces.push(piece);
      piece = "";
    }
    piece += word;
  }
  return [...pieces, piece];
}

/** A word that is longer than a line by itself, such as an address, in parts. */
function cutWord(word: string, width: number): readonly string[] {
  if (asciiLiteral(word).length <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (asciiLiteral(part + character).length > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

/** A string literal in which characters that may be wide in an editor are escaped. */
function asciiLiteral(text: string): string {
  return stringLiteral(text).replaceAll(/[\u0300-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
