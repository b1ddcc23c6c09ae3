import { JmespathError } from "./problem.js";

/** A position in the text of an expression that only moves forward, counting lines and columns. */
export interface Cursor {
  readonly text: string;
  index: number;
  line: number;
  column: number;
}

/** A cursor in front of a text, at line 1 and column 1. */
export function createCursor(text: string): Cursor {
  return { text, index: 0, line: 1, column: 1 };
}

/** The code unit at the cursor; the empty string at the end. */
export function peek(cursor: Cursor): string {
  return cursor.text.charAt(cursor.index);
}

/** True when nothing is left. */
export function atEnd(cursor: Cursor): boolean {
  return cursor.index >= cursor.text.length;
}

/** Moves past one code unit, or past both of a line end's. */
export function advance(cursor: Cursor): void {
  const character = peek(cursor);
  if (character === "") return;
  cursor.index += 1;
  if (character === "\r" && peek(cursor) === "\n") cursor.index += 1;
  if (character === "\r" || character === "\n") {
    cursor.line += 1;
    cursor.column = 1;
  } else {
    cursor.column += 1;
  }
}

/** Moves past one character, which must be the wanted one. */
export function take(cursor: Cursor, wanted: string): void {
  if (peek(cursor) !== wanted) throw syntaxProblem(cursor, `Expected: '${wanted}', but found '${showNext(cursor)}'`);
  advance(cursor);
}

/** Moves past one character, which must be among the wanted ones, and gives it. */
export function takeOneOf(cursor: Cursor, wanted: readonly string[]): string {
  const found = peek(cursor);
  if (found === "" || !wanted.includes(found)) {
    const tokens = wanted.map((character) => ` '${character}'`).join("");
    throw syntaxProblem(cursor, `Found '${showNext(cursor)}', but expected one of the following tokens:${tokens}`);
  }
  advance(cursor);
  return found;
}

/** Moves past what a sticky pattern matches, which must hold no line end. */
export function takePattern(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.index;
  const found = pattern.exec(cursor.text)?.[0] ?? "";
  cursor.index += found.length;
  cursor.column += found.length;
  return found;
}

/** Moves past spaces, tabs and line ends. */
export function skipSpace(cursor: Cursor): void {
  while (" \t\r\n".includes(peek(cursor)) && !atEnd(cursor)) advance(cursor);
}

/** The next character as messages show it. */
export function showNext(cursor: Cursor): string {
  return peek(cursor) || "[EOF]";
}

/** A mistake at the cursor, for the caller to throw. Messages begin with the place, as in Smithy. */
export function syntaxProblem(cursor: Cursor, problem: string): JmespathError {
  return new JmespathError("syntax", `Syntax error at line ${cursor.line} column ${cursor.column}: ${problem}`, {
    index: cursor.index,
    found: peek(cursor),
    token: undefined,
  });
}
