/**
 * The tokens of the IDL. Whitespace is significant in places, so spaces, line breaks, commas and comments are tokens too.
 * The names are those that Smithy's syntax errors use.
 */
export type TokenKind =
  | "SPACE"
  | "NEWLINE"
  | "COMMA"
  | "COMMENT"
  | "DOC_COMMENT"
  | "AT"
  | "STRING"
  | "TEXT_BLOCK"
  | "COLON"
  | "WALRUS"
  | "IDENTIFIER"
  | "DOT"
  | "POUND"
  | "DOLLAR"
  | "EQUAL"
  | "LBRACE"
  | "RBRACE"
  | "LBRACKET"
  | "RBRACKET"
  | "LPAREN"
  | "RPAREN"
  | "NUMBER"
  | "ERROR"
  | "EOF";

/** How a kind of token looks; absent where it has no one look. */
const examples: Partial<Record<TokenKind, string>> = {
  SPACE: " ",
  NEWLINE: "\n",
  COMMA: ",",
  COMMENT: "//",
  DOC_COMMENT: "///",
  AT: "@",
  STRING: '"',
  TEXT_BLOCK: '"""',
  COLON: ":",
  WALRUS: ":=",
  DOT: ".",
  POUND: "#",
  DOLLAR: "$",
  EQUAL: "=",
  LBRACE: "{",
  RBRACE: "}",
  LBRACKET: "[",
  RBRACKET: "]",
  LPAREN: "(",
  RPAREN: ")",
};

/** A token as a message names it: `COLON(':')`, or with a text of its own `IDENTIFIER('foo')`. */
export function describeToken(kind: TokenKind, lexeme: string | undefined = examples[kind]): string {
  return lexeme === undefined || lexeme === "" ? kind : `${kind}('${lexeme}')`;
}
