import type { TokenKind } from "./token.js";

/** The error categories of the JMESPath specification ("Errors"), and `limit` for what would take too much work or depth. */
export type ProblemKind = "syntax" | "invalid-type" | "invalid-value" | "unknown-function" | "invalid-arity" | "limit";

/** Where an expression stops to make sense. */
export interface SyntaxPosition {
  /** Offset in UTF-16 code units. */
  readonly index: number;
  /** The text found there; empty at the end of the expression. */
  readonly found: string;
  /** What the text is; undefined where it is no token. */
  readonly token: TokenKind | undefined;
}

/** Why an expression cannot be read or evaluated. */
export class JmespathError extends Error {
  override readonly name = "JmespathError";
  readonly kind: ProblemKind;
  /** Present on problems of kind `syntax`. */
  readonly position: SyntaxPosition | undefined;

  constructor(kind: ProblemKind, message: string, position?: SyntaxPosition) {
    super(message);
    this.kind = kind;
    this.position = position;
  }
}
