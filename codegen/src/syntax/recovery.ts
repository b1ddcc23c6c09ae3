import { positionAt } from "../source/source.js";
import type { Cursor } from "./cursor.js";
import { simpleTypeNames } from "./tree.js";

export const shapeTypeNames: readonly string[] = [
  ...simpleTypeNames,
  "enum",
  "intEnum",
  "list",
  "set",
  "map",
  "union",
  "structure",
  "service",
  "resource",
  "operation",
];

/** A keyword, spaces and a name begin a statement; no member or property looks like that. */
const statementPattern = new RegExp(`(?:${[...shapeTypeNames, "apply"].join("|")})[ \\t]+[A-Za-z_]`, "y");

/** Statements that take one line and stand in front of all shapes. */
const lineStatementPattern = /(?:use|namespace|metadata)[ \t]+["A-Za-z_]/y;

/** A word at the start of a line, with another behind it, may be a statement whose keyword or name is misspelt. */
const wordsPattern = /[A-Za-z_][A-Za-z0-9_]*[ \t]+[^\s:=,{}()[\]]/y;

function matchesAt(pattern: RegExp, cursor: Cursor): boolean {
  pattern.lastIndex = cursor.start;
  return pattern.test(cursor.source.text);
}

/** True when the current token is the first of its line, but for indentation. */
function isFirstOnLine(cursor: Cursor): boolean {
  const text = cursor.source.text;
  let before = cursor.start - 1;
  while (before >= 0 && (text[before] === " " || text[before] === "\t")) before -= 1;
  return before < 0 || text[before] === "\n" || text[before] === "\r";
}

function columnOf(cursor: Cursor, offset = cursor.start): number {
  return positionAt(cursor.source, offset).column;
}

/** True at the keyword of a statement. */
function isStatementKeyword(cursor: Cursor): boolean {
  return cursor.is("IDENTIFIER") && matchesAt(statementPattern, cursor);
}

/** True also at the keyword of a statement that belongs in front of all shapes. */
function isAnyKeyword(cursor: Cursor): boolean {
  return isStatementKeyword(cursor) || (cursor.is("IDENTIFIER") && matchesAt(lineStatementPattern, cursor));
}

function isStatementStart(cursor: Cursor): boolean {
  switch (cursor.kind) {
    case "IDENTIFIER":
      return (
        isFirstOnLine(cursor) &&
        (isStatementKeyword(cursor) || (columnOf(cursor) === 1 && matchesAt(wordsPattern, cursor)))
      );
    case "AT":
    case "DOC_COMMENT":
    case "DOLLAR":
      return isFirstOnLine(cursor) && columnOf(cursor) === 1;
    default:
      return false;
  }
}

/**
 * Skips to where the next statement begins, or the end of the file. That is at this token when it is a keyword, wherever it
 * stands: then all that is wrong was a missing line break.
 */
export function skipToStatement(cursor: Cursor): void {
  if (isAnyKeyword(cursor)) return;
  while (!cursor.is("EOF") && !isStatementStart(cursor)) cursor.scanner.next();
}

/**
 * Goes back to a statement that one which began at `start`, and failed at the current token, swallowed: brackets that were
 * never closed take what follows for values. Stays when there is none.
 */
export function goBackToStatement(cursor: Cursor, start: number): void {
  const failedAt = cursor.start;
  if (!cursor.mayReread(start)) return;
  cursor.scanner.moveTo(start);
  while (cursor.start < failedAt && !cursor.is("EOF")) {
    if (cursor.start > start && isAnyKeyword(cursor) && columnOf(cursor) === 1) return;
    cursor.scanner.next();
  }
}

/** Skips to the next opening brace of this line, so that a body with a broken head is still read. */
export function skipToBody(cursor: Cursor): void {
  while (!cursor.is("LBRACE") && !cursor.is("NEWLINE") && !cursor.is("EOF") && !isStatementStart(cursor)) {
    cursor.scanner.next();
  }
}

/** Skips to a namespace statement that stands too late. Stays, and gives false, when there is none. */
export function skipToNamespace(cursor: Cursor): boolean {
  const { start } = cursor;
  while (!cursor.is("EOF") && !(cursor.isWord("namespace") && isFirstOnLine(cursor))) cursor.scanner.next();
  if (!cursor.is("EOF")) return true;
  cursor.scanner.moveTo(start);
  return false;
}

/**
 * Skips what is left of a member, or of a property, that did not parse and began at `start`: to the next one, or to the
 * brace of the body. Where the file's layout shows it, that is believed over the count of brackets, which the mistake may have
 * upset. When a statement or the end of the file comes first, the body has no brace and is abandoned.
 */
export function skipToMember(cursor: Cursor, start: number): void {
  const failedAt = cursor.start;
  const startColumn = columnOf(cursor, start);
  let depth = rescan(cursor, start, failedAt);
  while (!cursor.abandoned && !cursor.is("EOF")) {
    if (cursor.start > start && isFirstOnLine(cursor)) {
      const column = columnOf(cursor);
      if (isStatementKeyword(cursor) || (column === 1 && startColumn > 1 && canBeginStatement(cursor))) break;
      if (cursor.is("RBRACE") && column < startColumn) return;
      if (canBeginMember(cursor) && (depth === 0 || column === startColumn)) return;
    }
    if (depth === 0 && cursor.is("RBRACE")) return;
    if (depth === 0 && cursor.is("COMMA")) {
      cursor.skipWhitespace();
      if (canBeginMember(cursor)) return;
    } else {
      depth = Math.max(0, depth + depthChange(cursor));
      cursor.scanner.next();
    }
  }
  cursor.abandoned = true;
}

/**
 * Goes over a member again up to where it failed, and gives the number of brackets that are open there. When a statement
 * turns out to be in it, the body is abandoned and the cursor left at that statement.
 */
function rescan(cursor: Cursor, start: number, failedAt: number): number {
  let depth = 0;
  if (!cursor.mayReread(start)) return depth;
  cursor.scanner.moveTo(start);
  while (cursor.start < failedAt && !cursor.is("EOF")) {
    if (isStatementKeyword(cursor) && isFirstOnLine(cursor) && (depth === 0 || columnOf(cursor) === 1)) {
      // Documentation and traits in front of it are its own, unless they swallowed it.
      if (depth === 0) cursor.scanner.moveTo(start);
      cursor.abandoned = true;
      return 0;
    }
    depth = Math.max(0, depth + depthChange(cursor));
    cursor.scanner.next();
  }
  return depth;
}

function canBeginStatement(cursor: Cursor): boolean {
  return cursor.is("AT") || cursor.is("DOC_COMMENT");
}

function canBeginMember(cursor: Cursor): boolean {
  return cursor.is("IDENTIFIER") || cursor.is("AT") || cursor.is("DOLLAR") || cursor.is("DOC_COMMENT");
}

function depthChange(cursor: Cursor): -1 | 0 | 1 {
  switch (cursor.kind) {
    case "LBRACE":
    case "LBRACKET":
    case "LPAREN":
      return 1;
    case "RBRACE":
    case "RBRACKET":
    case "RPAREN":
      return -1;
    default:
      return 0;
  }
}
