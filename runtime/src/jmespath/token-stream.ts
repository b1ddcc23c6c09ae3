import { JmespathError } from "./problem.js";
import { describeKinds, describeToken, type Token, type TokenKind } from "./token.js";

/** The tokens of an expression and how far they are read. */
export interface TokenStream {
  readonly text: string;
  readonly tokens: readonly Token[];
  position: number;
}

/** The next token. Reading never passes the last, which is of kind `end`. */
export function peekToken(stream: TokenStream, offset = 0): Token {
  return (stream.tokens[stream.position + offset] ?? stream.tokens.at(-1)) as Token;
}

/** The next token, which stays where it is. */
export function expectNext(stream: TokenStream, ...kinds: readonly TokenKind[]): Token {
  const next = peekToken(stream);
  if (kinds.includes(next.kind)) return next;
  throw tokenProblem(stream, `Expected ${describeKinds(kinds)}, but found ${describeToken(next)}`);
}

/** The next token, which must be of one of the kinds; reading goes on behind it. */
export function takeToken(stream: TokenStream, ...kinds: readonly TokenKind[]): Token {
  const token = expectNext(stream, ...kinds);
  stream.position += 1;
  return token;
}

/** A mistake at the next token, for the caller to throw. */
export function tokenProblem(stream: TokenStream, problem: string): JmespathError {
  const { kind, line, column, start, end } = peekToken(stream);
  return new JmespathError("syntax", `Syntax error at line ${line} column ${column}: ${problem}`, {
    index: start,
    found: stream.text.slice(start, end),
    token: kind,
  });
}
