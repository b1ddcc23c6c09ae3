import { printWidth } from "../../emit/print-width.js";

/** Columns that a statement has inside a function. */
const width = printWidth - 2;

/**
 * `if (…) statement` where any of the conditions holds, in braces where that is too long for a line `indent` columns further
 * inside. Wrapping what is too long even so is the printer's work, here and below.
 */
export function ifAny(conditions: readonly string[], statement: string, indent = 0): string {
  const [only = ""] = conditions;
  const isWrapped = conditions.length === 1 && only.startsWith("(") && only.endsWith(")");
  return ifStatement(isWrapped ? only.slice(1, -1) : conditions.join(" || "), statement, indent);
}

/** As {@link ifAny}, but only when `guard` holds too. */
export function ifGuarded(guard: string, conditions: readonly string[], statement: string, indent = 0): string {
  const [only = ""] = conditions;
  return ifStatement(
    `${guard} && ${conditions.length === 1 ? only : `(${conditions.join(" || ")})`}`,
    statement,
    indent,
  );
}

function ifStatement(condition: string, statement: string, indent: number): string {
  const short = `if (${condition}) ${statement}`;
  return indent + short.length <= width ? short : `if (${condition}) {\n  ${statement}\n}`;
}

/** A call as a statement. */
export function call(name: string, parameters: readonly string[]): string {
  return `${name}(${parameters.join(", ")});`;
}

/** Indents every line by two columns. */
export function indented(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split("\n")).map((line) => (line === "" ? "" : `  ${line}`));
}

/** An array literal on one line, or with one item a line. */
export function arrayLiteral(items: readonly string[], before: number): string {
  const line = `[${items.join(", ")}]`;
  return before + line.length <= printWidth ? line : `[\n${items.map((item) => `  ${item},`).join("\n")}\n]`;
}
