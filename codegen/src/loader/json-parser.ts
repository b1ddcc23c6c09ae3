import { createNodeObject, type Node } from "../shapes/node.js";
import { numberNode } from "../shapes/node-equality.js";

/** What is wrong with a JSON text. Offsets are in UTF-16 code units. */
export interface JsonProblem {
  readonly kind: "syntax" | "duplicate";
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Carries the first syntax error out of the recursive descent. */
class JsonSyntaxError extends Error {
  readonly problem: JsonProblem;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.problem = { kind: "syntax", message, start, end };
  }
}

/** True when some number has more digits than a double keeps, an exponent that may leave its range, or a fraction of zeros. */
export function mayLoseDigits(text: string): boolean {
  return /(?:^|[[,:])\s*-?(?:[\d.]{16}|[\d.]+[eE]|\d+\.0+\s*(?:[,\]}]|$))/.test(text);
}

/**
 * A strict JSON parser (RFC 8259) that keeps every digit and reports duplicate keys, of which the last wins. It stops at
 * the first syntax error and then returns undefined.
 */
export function parseJsonTokens(
  text: string,
  maximumDepth: number,
  report: (problem: JsonProblem) => void,
): Node | undefined {
  // Editors on Windows put a byte order mark in front of the text.
  let offset = text.startsWith("\uFEFF") ? 1 : 0;

  function fail(message: string, start = offset, end = Math.min(start + 1, text.length)): never {
    throw new JsonSyntaxError(`Error parsing JSON: ${message}`, start, end);
  }

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(offset);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      offset++;
    }
  }

  function found(): string {
    return offset < text.length ? `but found ${JSON.stringify(text[offset])}` : "but the text ends";
  }

  function expect(character: string): void {
    if (text[offset] !== character) fail(`expected ${JSON.stringify(character)}, ${found()}`);
    offset++;
  }

  function parseValue(depth: number): Node {
    skipSpace();
    switch (text[offset]) {
      case "{":
        return parseObject(depth);
      case "[":
        return parseArray(depth);
      case '"':
        return parseString();
      case "t":
        return parseWord("true", true);
      case "f":
        return parseWord("false", false);
      case "n":
        return parseWord("null", null);
      default:
        return parseNumber();
    }
  }

  function parseWord<Value extends Node>(word: string, value: Value): Value {
    if (!text.startsWith(word, offset)) fail(`expected a value, ${found()}`);
    offset += word.length;
    return value;
  }

  function parseNumber(): Node {
    const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    number.lastIndex = offset;
    const match = number.exec(text);
    if (match === null) fail(`expected a value, ${found()}`);
    offset += match[0].length;
    return numberNode(match[0]);
  }

  function parseString(): string {
    const start = offset;
    // Control characters are not allowed in JSON strings, which is what this excludes.
    // eslint-disable-next-line no-control-regex
    const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    string.lastIndex = start;
    const match = string.exec(text);
    if (match === null)
      fail("this string is not closed, or holds an escape or control character that JSON does not allow");
    offset += match[0].length;
    return JSON.parse(match[0]) as string;
  }

  function parseArray(depth: number): Node {
    if (depth >= maximumDepth) fail(`values are nested more than ${maximumDepth} deep`);
    const items: Node[] = [];
    offset++;
    skipSpace();
    if (text[offset] === "]") {
      offset++;
      return items;
    }
    for (;;) {
      items.push(parseValue(depth + 1));
      skipSpace();
      if (text[offset] === "]") break;
      if (text[offset] !== ",") fail(`expected "," or "]", ${found()}`);
      offset++;
    }
    offset++;
    return items;
  }

  function parseObject(depth: number): Node {
    if (depth >= maximumDepth) fail(`values are nested more than ${maximumDepth} deep`);
    const members = createNodeObject();
    offset++;
    skipSpace();
    if (text[offset] === "}") {
      offset++;
      return members;
    }
    for (;;) {
      skipSpace();
      const start = offset;
      if (text[offset] !== '"') fail(`expected a key in double quotes, ${found()}`);
      const key = parseString();
      if (Object.hasOwn(members, key)) {
        const message = `The key "${key}" is used twice in one object; only the last value counts.`;
        report({ kind: "duplicate", message, start, end: offset });
      }
      skipSpace();
      expect(":");
      members[key] = parseValue(depth + 1);
      skipSpace();
      if (text[offset] === "}") break;
      if (text[offset] !== ",") fail(`expected "," or "}", ${found()}`);
      offset++;
    }
    offset++;
    return members;
  }

  try {
    const value = parseValue(0);
    skipSpace();
    if (offset < text.length) fail(`expected the end of the text, ${found()}`);
    return value;
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    report(error.problem);
    return undefined;
  }
}
