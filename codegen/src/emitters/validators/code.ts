import { printWidth } from "../../emit/print-width.js";

/** Columns that a statement has inside a function. */
const width = printWidth - 2;

/** `if (…) statement` where any of the conditions holds, wrapped as prettier wraps it. */
export function ifAny(conditions: readonly string[], statement: Statement, indent = 0): string {
  const [only = ""] = conditions;
  if (conditions.length === 1 && only.startsWith("(") && only.endsWith(")")) {
    return ifAny([only.slice(1, -1)], statement, indent);
  }
  const isOne = conditions.length === 1 && !isMixed(only);
  const wrapped = isOne ? operandsOf(only).join(" &&\n  ") : conditions.join(" ||\n  ");
  return ifStatement(conditions.join(" || "), wrapped, statement, indent);
}

/** An operand of `&&` with the operator behind it; what strings hold is none. */
const operand = /(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?! && )[^"'])+(?: && )?/g;

function operandsOf(condition: string): readonly string[] {
  return (condition.match(operand) ?? []).map((part) => part.replace(/ && $/, ""));
}

/** Whether other operators or groups stand beside `&&`. */
function isMixed(condition: string): boolean {
  return condition.includes(" || ") || /\([^()]* && /.test(condition);
}

/** As {@link ifAny}, but only when `guard` holds too. */
export function ifGuarded(guard: string, conditions: readonly string[], statement: Statement, indent = 0): string {
  const [only = ""] = conditions;
  if (conditions.length === 1) {
    const parts = [guard, ...operandsOf(only)];
    return ifStatement(parts.join(" && "), parts.join(" &&\n  "), statement, indent);
  }
  const inner = `(${conditions.join(" || ")})`;
  const fits = indent + 2 + inner.length <= width;
  const wrapped = `${guard} &&\n  ${fits ? inner : `(${conditions.join(" ||\n    ")})`}`;
  return ifStatement(`${guard} && ${inner}`, wrapped, statement, indent);
}

function ifStatement(line: string, wrapped: string, statement: Statement, indent: number): string {
  const short = `if (${line}) ${inline(statement)}`;
  if (indent + short.length <= width) return short;
  const body = indented([broken(statement, indent + 2)]).join("\n");
  if (indent + `if (${line}) {`.length <= width) return `if (${line}) {\n${body}\n}`;
  return `if (\n  ${wrapped}\n) {\n${body}\n}`;
}

/** A whole statement, or a call that can be broken between its arguments. */
export type Statement = string | CallStatement;

export interface CallStatement {
  readonly call: string;
  readonly arguments: readonly string[];
}

export function callStatement(name: string, parameters: readonly string[]): CallStatement {
  return { call: name, arguments: parameters };
}

function inline(statement: Statement): string {
  return typeof statement === "string" ? statement : `${statement.call}(${statement.arguments.join(", ")});`;
}

function broken(statement: Statement, indent: number): string {
  return typeof statement === "string" ? statement : call(statement.call, statement.arguments, indent);
}

/** Indents every line by two columns. */
export function indented(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split("\n")).map((line) => (line === "" ? "" : `  ${line}`));
}

/** A call as a statement, on one line or with one argument a line. */
export function call(name: string, parameters: readonly string[], indent = 0): string {
  const line = `${name}(${parameters.join(", ")});`;
  if (indent + line.length <= width) return line;
  return `${name}(\n${parameters.map((parameter) => `  ${parameter},`).join("\n")}\n);`;
}

/** An array literal on one line, or with one item a line. */
export function arrayLiteral(items: readonly string[], before: number): string {
  const line = `[${items.join(", ")}]`;
  return before + line.length <= printWidth ? line : `[\n${items.map((item) => `  ${item},`).join("\n")}\n]`;
}
