import { isList, isObject, NumberText, type Value } from "./value.js";

/** Why a text is not JSON, in the words that the AWS CLI prints. */
export class JsonTextError extends Error {
  constructor(problem: string, text: string, index: number) {
    const before = text.slice(0, index);
    const line = before.split("\n").length;
    const column = index - before.lastIndexOf("\n");
    super(`${problem}: line ${line} column ${column} (char ${index})`);
  }
}

const maximumDepth = 900;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * Parses JSON (RFC 8259) without losing anything: numbers keep their text and objects the order of their keys.
 *
 * @throws JsonTextError when the text is not JSON.
 */
export function parseJsonText(text: string): Value {
  const reader = new JsonReader(text);
  return reader.document();
}

class JsonReader {
  readonly #text: string;
  #index = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Value {
    this.#space();
    const value = this.#value(0);
    this.#space();
    if (this.#index < this.#text.length) this.#fail("Extra data", this.#index);
    return value;
  }

  #value(depth: number): Value {
    const start = this.#index;
    if (depth > maximumDepth) this.#fail("Too many levels", start);
    switch (this.#text[start]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#string();
      case "t":
        return this.#word("true", true);
      case "f":
        return this.#word("false", false);
      case "n":
        return this.#word("null", null);
    }
    numberPattern.lastIndex = start;
    const number = numberPattern.exec(this.#text)?.[0];
    if (number === undefined) this.#fail("Expecting value", start);
    this.#index += number.length;
    return new NumberText(number);
  }

  #word<T extends Value>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#index)) this.#fail("Expecting value", this.#index);
    this.#index += word.length;
    return value;
  }

  #object(depth: number): Value {
    const members = new Map<string, Value>();
    this.#index += 1;
    this.#space();
    if (this.#take("}")) return members;
    for (;;) {
      if (this.#text[this.#index] !== '"') {
        this.#fail("Expecting property name enclosed in double quotes", this.#index);
      }
      const key = this.#string();
      this.#space();
      if (!this.#take(":")) this.#fail("Expecting ':' delimiter", this.#index);
      this.#space();
      members.set(key, this.#value(depth + 1));
      this.#space();
      if (this.#take("}")) return members;
      if (!this.#take(",")) this.#fail("Expecting ',' delimiter", this.#index);
      this.#space();
    }
  }

  #array(depth: number): Value {
    const items: Value[] = [];
    this.#index += 1;
    this.#space();
    if (this.#take("]")) return items;
    for (;;) {
      items.push(this.#value(depth + 1));
      this.#space();
      if (this.#take("]")) return items;
      if (!this.#take(",")) this.#fail("Expecting ',' delimiter", this.#index);
      this.#space();
    }
  }

  #string(): string {
    const start = this.#index;
    let value = "";
    this.#index += 1;
    for (;;) {
      const character = this.#text[this.#index];
      if (character === undefined) this.#fail("Unterminated string starting at", start);
      if (character === '"') break;
      if (character < " ") this.#fail("Invalid control character at", this.#index);
      if (character !== "\\") {
        value += character;
        this.#index += 1;
        continue;
      }
      value += this.#escape(start);
    }
    this.#index += 1;
    return value;
  }

  #escape(start: number): string {
    const at = this.#index;
    const letter = this.#text[at + 1];
    if (letter === undefined) this.#fail("Unterminated string starting at", start);
    if (letter === "u") {
      const digits = this.#text.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.#fail("Invalid \\uXXXX escape", at + 1);
      this.#index += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const plain = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
    if (plain === undefined) this.#fail("Invalid \\escape", at);
    this.#index += 2;
    return plain;
  }

  #take(character: string): boolean {
    if (this.#text[this.#index] !== character) return false;
    this.#index += 1;
    return true;
  }

  #space(): void {
    while (/[ \t\n\r]/.test(this.#text[this.#index] ?? "")) this.#index += 1;
  }

  #fail(problem: string, index: number): never {
    throw new JsonTextError(problem, this.#text, index);
  }
}

/** JSON with four spaces a level, as the AWS CLI prints it: empty objects and lists on one line, characters as they are. */
export function formatJsonText(value: Value, indent = ""): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (value instanceof NumberText) return value.text;
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString("base64"));
  const inner = `${indent}    `;
  if (isList(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((item) => inner + formatJsonText(item, inner)).join(",\n")}\n${indent}]`;
  }
  if (!isObject(value) || value.size === 0) return "{}";
  const lines = [...value].map(([key, item]) => `${inner}${JSON.stringify(key)}: ${formatJsonText(item, inner)}`);
  return `{\n${lines.join(",\n")}\n${indent}}`;
}
