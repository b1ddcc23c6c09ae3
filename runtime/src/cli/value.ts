/** A number as it was written. It stays text from argument to request and from response to output, so nothing rounds it. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether the text has neither fraction nor exponent. */
  get isInteger(): boolean {
    return /^-?\d+$/.test(this.text);
  }
}

/** Data on its way in or out of a command. Objects are maps: their order is kept whatever the keys look like. */
export type Value = null | boolean | string | NumberText | Uint8Array | readonly Value[] | ReadonlyMap<string, Value>;

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObject(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** The value's type by the name that messages of the AWS CLI use, which are Python's. */
export function typeNameOf(value: Value): string {
  if (value === null) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "str";
  if (value instanceof NumberText) return value.isInteger ? "int" : "float";
  if (value instanceof Uint8Array) return "bytes";
  return isList(value) ? "list" : "dict";
}

/** The value as messages show it: strings bare at the top, quoted inside lists and objects. */
export function displayValue(value: Value): string {
  return typeof value === "string" ? value : quotedValue(value);
}

function quotedValue(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quotedText(value);
  if (value instanceof NumberText) return value.text;
  if (value instanceof Uint8Array) return `b${quotedText(Buffer.from(value).toString("latin1"))}`;
  if (isList(value)) return `[${value.map(quotedValue).join(", ")}]`;
  if (isObject(value)) {
    return `{${[...value].map(([key, item]) => `${quotedText(key)}: ${quotedValue(item)}`).join(", ")}}`;
  }
  return "";
}

/** Single quotes, or double quotes around a text that has only single ones. */
export function quotedText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let quoted = "";
  for (const character of text) {
    if (character === quote || character === "\\") quoted += `\\${character}`;
    else if (character === "\n") quoted += "\\n";
    else if (character === "\r") quoted += "\\r";
    else if (character === "\t") quoted += "\\t";
    else if (character < " " || character === "\x7f") {
      quoted += `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
    } else quoted += character;
  }
  return quote + quoted + quote;
}

/** The number of Unicode characters, which is what length constraints count. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
