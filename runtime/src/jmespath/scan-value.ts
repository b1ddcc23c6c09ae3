import { advance, atEnd, type Cursor, peek, skipSpace, syntaxProblem, take, takeOneOf, takePattern } from "./cursor.js";
import type { Json } from "./json.js";

const maximumNesting = 50;
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["f", "\f"],
  ["b", "\b"],
  ["/", "/"],
  ["\\", "\\"],
]);
const valueStarts = ['"', "{", "[", "t", "f", "n", ..."0123456789-"];
const words: Readonly<Record<string, { readonly rest: string; readonly value: Json }>> = {
  t: { rest: "rue", value: true },
  f: { rest: "alse", value: false },
  n: { rest: "ull", value: null },
};

/** `` `json` ``: a JSON value between backticks (grammar `literal`); a backtick inside a string is escaped. */
export function scanJsonLiteral(cursor: Cursor): Json {
  take(cursor, "`");
  const value = scanJson(cursor, 0);
  skipSpace(cursor);
  take(cursor, "`");
  return value;
}

function scanJson(cursor: Cursor, nesting: number): Json {
  skipSpace(cursor);
  const start = peek(cursor);
  if (start === '"') return scanQuoted(cursor, true);
  if (start !== "" && "0123456789-".includes(start)) return Number(scanNumber(cursor));
  takeOneOf(cursor, valueStarts);
  const word = words[start];
  if (word !== undefined) {
    for (const character of word.rest) take(cursor, character);
    return word.value;
  }
  if (nesting === maximumNesting)
    throw syntaxProblem(cursor, `Parser exceeded the maximum allowed depth of ${maximumNesting}`);
  return start === "[" ? scanArray(cursor, nesting + 1) : scanObject(cursor, nesting + 1);
}

function scanArray(cursor: Cursor, nesting: number): Json {
  const items: Json[] = [];
  skipSpace(cursor);
  if (peek(cursor) === "]") {
    advance(cursor);
    return items;
  }
  while (!atEnd(cursor) && peek(cursor) !== "`") {
    items.push(scanJson(cursor, nesting));
    skipSpace(cursor);
    if (takeOneOf(cursor, [",", "]"]) === "]") return items;
    skipSpace(cursor);
  }
  throw syntaxProblem(cursor, "Unclosed JSON array");
}

function scanObject(cursor: Cursor, nesting: number): Json {
  const entries: [string, Json][] = [];
  skipSpace(cursor);
  if (peek(cursor) === "}") {
    advance(cursor);
    return {};
  }
  while (!atEnd(cursor) && peek(cursor) !== "`") {
    const key = scanQuoted(cursor, true);
    skipSpace(cursor);
    take(cursor, ":");
    entries.push([key, scanJson(cursor, nesting)]);
    skipSpace(cursor);
    // fromEntries defines own properties, whatever their names.
    if (takeOneOf(cursor, [",", "}"]) === "}") return Object.fromEntries(entries);
    skipSpace(cursor);
  }
  throw syntaxProblem(cursor, "Unclosed JSON object");
}

/** A text in double quotes (grammar `quoted-string`). */
export function scanQuoted(cursor: Cursor, inLiteral: boolean): string {
  take(cursor, '"');
  let text = "";
  while (!atEnd(cursor)) {
    const character = peek(cursor);
    if (character === '"') {
      advance(cursor);
      return text;
    }
    if (character === "`" && inLiteral) {
      advance(cursor);
      break;
    }
    if (character === "\\") {
      advance(cursor);
      text += scanEscape(cursor, inLiteral);
    } else {
      const start = cursor.index;
      advance(cursor);
      text += cursor.text.slice(start, cursor.index);
    }
  }
  throw syntaxProblem(cursor, "Unclosed quotes");
}

function scanEscape(cursor: Cursor, inLiteral: boolean): string {
  const character = peek(cursor);
  const meaning = character === "`" && inLiteral ? "`" : escapes.get(character);
  if (meaning !== undefined) {
    advance(cursor);
    return meaning;
  }
  if (character !== "u") throw syntaxProblem(cursor, `Invalid escape: ${character || "\0"}`);
  advance(cursor);
  let code = 0;
  for (let digit = 0; digit < 4; digit += 1) {
    const next = peek(cursor);
    advance(cursor);
    if (!/^[0-9a-fA-F]$/.test(next))
      throw syntaxProblem(cursor, `Invalid unicode escape character: \`${next || "\0"}\``);
    code = code * 16 + Number.parseInt(next, 16);
  }
  return String.fromCharCode(code);
}

/** A text in single quotes (grammar `raw-string`): only the quote is escaped. */
export function scanRaw(cursor: Cursor): string {
  take(cursor, "'");
  let text = "";
  while (!atEnd(cursor)) {
    const start = cursor.index;
    const character = peek(cursor);
    advance(cursor);
    if (character === "'") return text;
    if (character === "\\" && peek(cursor) === "'") {
      advance(cursor);
      text += "'";
    } else {
      // A backslash protects what follows it: `\\'` ends the text.
      if (character === "\\") advance(cursor);
      text += cursor.text.slice(start, cursor.index);
    }
  }
  throw syntaxProblem(cursor, `Unclosed raw string: ${text}`);
}

/** A number as JSON writes it, leading zeros allowed. Gives its text. */
export function scanNumber(cursor: Cursor): string {
  const start = cursor.index;
  const refuse = (problem: string) => {
    const text = cursor.text.slice(start, cursor.index);
    return syntaxProblem(cursor, `Invalid number '${text}': ${problem}`);
  };
  if (peek(cursor) === "-") advance(cursor);
  if (takePattern(cursor, /\d+/y) === "") throw refuse("'-' must be followed by a digit");
  if (takePattern(cursor, /\./y) !== "" && takePattern(cursor, /\d+/y) === "")
    throw refuse("'.' must be followed by a digit");
  if (takePattern(cursor, /[eE][+-]?/y) !== "" && takePattern(cursor, /\d+/y) === "")
    throw refuse("'e', '+', and '-' must be followed by a digit");
  return cursor.text.slice(start, cursor.index);
}
