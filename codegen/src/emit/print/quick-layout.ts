import { printWidth } from "../print-width.js";
import type { FormatUnit } from "./format-statements.js";

/**
 * Lays out by hand what generated code has by the hundred and prettier lays out in one way only: an `if` with one short
 * statement, a signature with plain parameters. Undefined for everything else, which prettier then does. That both agree is
 * proven in the tests.
 */
export function quickLayout(unit: FormatUnit): string | undefined {
  const indentation = "  ".repeat(unit.depth);
  const lines = unit.within === "block" ? (ifLines(unit.text, indentation) ?? functionLines(unit.text)) : undefined;
  const laidOut = lines ?? methodLines(unit, indentation);
  return laidOut?.every((line) => line.length <= printWidth) === true ? laidOut.join("\n") : undefined;
}

/** `if (a) b;`: the statement goes on a line of its own. */
function ifLines(text: string, indentation: string): readonly string[] | undefined {
  if (!text.startsWith("if (") || !text.endsWith(";") || text.includes("\n") || text.includes("`")) return undefined;
  const close = closingBracket(text, "if ".length);
  if (close === undefined) return undefined;
  const statement = text.slice(close + 1).trimStart();
  // Parentheses that prettier would drop, operators that it would move, and statements with a layout of their own.
  const condition = text.slice(0, close + 1);
  if (/\(\(|[{]|\?|=>/.test(condition) || /^(?:\{|if|for|while|else|const|let)\b|^\{/.test(statement)) return undefined;
  if (/ \(\(|\breturn \(|;./.test(statement)) return undefined;
  return [indentation + condition, `${indentation}  ${statement}`];
}

const functionPattern = /^((?:export )?(?:async )?function [\w$]+)\((.*)\): ([^(){}]+) \{(\n {2}_\d+_;\n\})$/;

/** A function around the mark of its body. */
function functionLines(text: string): readonly string[] | undefined {
  const [, head, parameters, returnType, rest] = functionPattern.exec(text) ?? [];
  if (head === undefined || parameters === undefined || returnType === undefined || rest === undefined)
    return undefined;
  return signatureLines("", head, parameters, `: ${returnType} {`, rest);
}

const methodPattern = /^((?:async )?[\w$]+)\((.*)\): ([^(){}]+?)( \{\n {4}_\d+_;\n {2}\}|;)$/;

/** A method of a class around the mark of its body, or of an interface. */
function methodLines(unit: FormatUnit, indentation: string): readonly string[] | undefined {
  if (unit.within === "block" || unit.depth !== 1) return undefined;
  const [, head, parameters, returnType, rest] = methodPattern.exec(unit.text) ?? [];
  if (head === undefined || parameters === undefined || returnType === undefined || rest === undefined)
    return undefined;
  const [opening = "", ...others] = rest.split("\n");
  return signatureLines(
    indentation,
    head,
    parameters,
    `: ${returnType}${opening}`,
    others.map((line) => `\n${line}`).join(""),
  );
}

/** Every parameter on a line of its own. */
function signatureLines(
  indentation: string,
  head: string,
  parameters: string,
  tail: string,
  rest: string,
): readonly string[] | undefined {
  const parts = splitParameters(parameters);
  if (parts === undefined || parts.length === 0 || (parts.length === 1 && parameters.includes("="))) return undefined;
  return [
    `${indentation}${head}(`,
    ...parts.map((part) => `${indentation}  ${part},`),
    ...`${indentation})${tail}${rest}`.split("\n"),
  ];
}

/** Plain parameters: `name: Type`, `name?: Type<A, B>`, `name: Type = {}`. */
function splitParameters(text: string): readonly string[] | undefined {
  const plain = text.replace(/ = \{\}/g, "");
  if (!/^[\w$?:<>,. [\]|]+$/.test(plain)) return undefined;
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "<") depth += 1;
    else if (character === ">") depth -= 1;
    else if (character === "," && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return depth === 0 && parts.every((part) => /^[\w$]+\??: \S/.test(part)) ? parts : undefined;
}

/** The offset of the bracket that closes the one at `open`, strings skipped. */
function closingBracket(text: string, open: number): number | undefined {
  const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()/]/g;
  tokens.lastIndex = open;
  let depth = 0;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    // A regular expression or a comment could hold anything.
    if (match[0] === "/") return undefined;
    if (match[0] === "(") depth += 1;
    else if (match[0] === ")") depth -= 1;
    if (depth === 0) return match.index;
  }
  return undefined;
}
