import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../source/source.js";
import type { SyntaxTree } from "./tree.js";

export interface ParseResult {
  readonly tree: SyntaxTree;
  /** Syntax errors in source order. A file without any is well-formed. */
  readonly diagnostics: readonly Diagnostic[];
}
