import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Source } from "../../source/source.js";
import { parse } from "../parse.js";
import type { SyntaxTree } from "../tree.js";
import { printDoc } from "./doc.js";
import { fileDoc } from "./format-file.js";
import { layoutOf } from "./layout.js";

/** A formatted file. */
export interface FormatResult {
  /** Ends with a line break. A file with syntax errors stays as it is. */
  readonly text: string;
  /** What the parser found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How a file is laid out. */
export interface FormatOptions {
  /** How many characters a line should have at most; 120 by default. */
  readonly width?: number | undefined;
}

/**
 * Formats a file in the Smithy IDL: the layout is that of Smithy's own formatter, so both can be used on one file. Use statements
 * are sorted, and those that nothing needs are left out with the comments in front of them. Documentation comments that
 * document nothing become plain ones.
 *
 * The model stays the same, and formatting again changes nothing, but for what Smithy does with documentation comments in odd
 * places: one between a shape's head and its body moves in front of the shape's type, where it documents the shape unless that
 * has traits; one on the line of the member in front of it no longer documents the next; nor do comments with a line of four
 * slashes or more among them and an empty line behind document a shape. A comment behind an opening brace moves to the next line,
 * which the second time may set the members apart.
 *
 * Spaces at the end of comments go, those of documentation too. Unlike in Smithy, spaces and tabs at line ends inside quoted texts stay,
 * since they are part of a value.
 *
 * @param source - IDL of version 1.0 or 2.0; a JSON AST is none
 * @returns the text, and the syntax errors for which it was left alone. Never throws.
 */
export function formatSmithy(source: Source, options: FormatOptions = {}): FormatResult {
  const { tree, diagnostics } = parse(source);
  if (tree.recovered) return { text: source.text, diagnostics };
  return { text: formatTree(tree, options.width ?? 120), diagnostics };
}

function formatTree(tree: SyntaxTree, width: number): string {
  return `${printDoc(fileDoc(layoutOf(tree, width), tree), width).trim()}\n`;
}
