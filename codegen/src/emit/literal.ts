import { NumberToken } from "../shapes/node.js";
import { propertyKey, stringLiteral } from "./escape.js";
import { printWidth } from "./print-width.js";

/** Data that can be written as a TypeScript expression. Members that are undefined are left out. */
export type LiteralValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | NumberToken
  | Code
  | readonly LiteralValue[]
  | { readonly [key: string]: LiteralValue | undefined };

/** An expression inside a literal, such as a name that `use` returned. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Puts an expression into a literal. */
export function code(text: string): Code {
  return new Code(text);
}

export interface LiteralLayout {
  /** Columns that the statement's lines are indented by. */
  readonly indent?: number | undefined;
  /** Columns before the literal on its first line: `export const facts = ` has 21. Its own indentation when undefined. */
  readonly column?: number | undefined;
}

/**
 * A literal as prettier would leave it: objects over several lines, arrays on one line where they fit. Large data written
 * this way need not go through prettier.
 */
export function literal(value: LiteralValue, layout: LiteralLayout = {}): string {
  const indent = layout.indent ?? 0;
  return write(value, indent, layout.column ?? indent);
}

function write(value: LiteralValue, indent: number, column: number): string {
  if (isArray(value)) return writeArray(value, indent, column);
  if (typeof value === "object" && value !== null && !(value instanceof Code) && !(value instanceof NumberToken)) {
    return writeObject(value, indent);
  }
  return scalar(value);
}

function isArray(value: LiteralValue): value is readonly LiteralValue[] {
  return Array.isArray(value);
}

function scalar(value: null | boolean | number | bigint | string | NumberToken | Code): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Code) return value.text;
  if (value instanceof NumberToken)
    return Number.isSafeInteger(value.toNumber()) ? String(value.toNumber()) : value.text;
  return String(value);
}

function writeObject(value: { readonly [key: string]: LiteralValue | undefined }, indent: number): string {
  const inner = indent + 2;
  const lines = Object.keys(value).flatMap((key) => {
    const member = value[key];
    if (member === undefined) return [];
    const head = `${" ".repeat(inner)}${propertyKey(key)}`;
    if (member instanceof Code && member.text === key) return [`${head},`];
    const text = write(member, inner, head.length + 2);
    // A string too long for its line begins a new one, unless its key is too short for that to help.
    const breaks =
      typeof member === "string" && head.length + 2 + text.length + 1 > printWidth && head.length - inner > 4;
    return [breaks ? `${head}:\n${" ".repeat(inner + 2)}${text},` : `${head}: ${text},`];
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${" ".repeat(indent)}}`;
}

function writeArray(values: readonly LiteralValue[], indent: number, column: number): string {
  if (values.length === 0) return "[]";
  const inner = indent + 2;
  if (!mustBreak(values)) {
    const line = `[${values.map((value) => write(value, inner, inner)).join(", ")}]`;
    // One column for the comma or semicolon that follows.
    if (!line.includes("\n") && column + line.length + 1 <= printWidth) return line;
  }
  const space = " ".repeat(inner);
  const items = values.map((value) => write(value, inner, inner));
  const isFilled = values.length > 1 && values.every((value) => typeof value === "number");
  const lines = isFilled ? filled(items, inner) : items.map((item) => `${space}${item},`);
  return `[\n${lines.join("\n")}\n${" ".repeat(indent)}]`;
}

/** Prettier breaks an array of several arrays or objects of several items each, even where it would fit. */
function mustBreak(values: readonly LiteralValue[]): boolean {
  return values.length > 1 && values.every((value) => isArray(value) && value.length > 1);
}

/** Numbers share lines. */
function filled(items: readonly string[], indent: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const item of items) {
    const next = `${line}${line === "" ? " ".repeat(indent) : " "}${item},`;
    if (line !== "" && next.length > printWidth) {
      lines.push(line);
      line = `${" ".repeat(indent)}${item},`;
    } else line = next;
  }
  return [...lines, line];
}
