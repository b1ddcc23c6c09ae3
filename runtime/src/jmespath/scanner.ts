import {
  advance,
  atEnd,
  createCursor,
  type Cursor,
  peek,
  showNext,
  syntaxProblem,
  take,
  takePattern,
} from "./cursor.js";
import { scanJsonLiteral, scanNumber, scanQuoted, scanRaw } from "./scan-value.js";
import type { Token, TokenKind } from "./token.js";

const single: ReadonlyMap<string, TokenKind> = new Map([
  [".", "dot"],
  ["*", "star"],
  ["@", "current"],
  ["]", "rightBracket"],
  ["{", "leftBrace"],
  ["}", "rightBrace"],
  ["(", "leftParenthesis"],
  [")", "rightParenthesis"],
  [",", "comma"],
  [":", "colon"],
]);

/** A first character; what it is alone, and what with one of the characters that may follow it. */
const double: ReadonlyMap<string, { readonly alone: TokenKind; readonly with: Readonly<Record<string, TokenKind>> }> =
  new Map([
    ["[", { alone: "leftBracket", with: { "]": "flatten", "?": "filter" } }],
    ["|", { alone: "pipe", with: { "|": "or" } }],
    ["&", { alone: "reference", with: { "&": "and" } }],
    [">", { alone: "greater", with: { "=": "greaterOrEqual" } }],
    ["<", { alone: "less", with: { "=": "lessOrEqual" } }],
    ["!", { alone: "not", with: { "=": "notEqual" } }],
  ]);

type Scanned = Pick<Token, "kind" | "value" | "quoted">;

/**
 * The tokens of an expression; the last is of kind `end`.
 *
 * @throws JmespathError of kind `syntax`.
 */
export function scanTokens(text: string): readonly Token[] {
  const cursor = createCursor(text);
  const tokens: Token[] = [];
  while (!atEnd(cursor)) {
    if (" \n\r\t".includes(peek(cursor))) {
      advance(cursor);
      continue;
    }
    const { index, line, column } = cursor;
    const scanned = scanToken(cursor);
    tokens.push({ ...scanned, start: index, end: cursor.index, line, column });
  }
  const { index, line, column } = cursor;
  return [...tokens, { kind: "end", start: index, end: index, line, column }];
}

function scanToken(cursor: Cursor): Scanned {
  const first = peek(cursor);
  if (/[A-Za-z_]/.test(first)) return { kind: "identifier", value: takePattern(cursor, /[A-Za-z0-9_]+/y) };
  if (/[-0-9]/.test(first)) return { kind: "number", value: Number(scanNumber(cursor)) };
  if (first === '"') return { kind: "identifier", value: scanQuoted(cursor, false), quoted: true };
  if (first === "'") return { kind: "literal", value: scanRaw(cursor) };
  if (first === "`") return { kind: "literal", value: scanJsonLiteral(cursor) };
  const kind = single.get(first);
  if (kind !== undefined) {
    advance(cursor);
    return { kind };
  }
  return { kind: scanOperator(cursor, first) };
}

function scanOperator(cursor: Cursor, first: string): TokenKind {
  const choice = double.get(first);
  if (choice === undefined && first !== "=") throw syntaxProblem(cursor, `Unexpected syntax: ${showNext(cursor)}`);
  advance(cursor);
  if (choice === undefined) {
    take(cursor, "=");
    return "equal";
  }
  const longer = choice.with[peek(cursor)];
  if (longer === undefined) return choice.alone;
  advance(cursor);
  return longer;
}
