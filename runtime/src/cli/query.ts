import { evaluateExpression } from "../jmespath/evaluate.js";
import type { Expression } from "../jmespath/expression.js";
import type { Json } from "../jmespath/json.js";
import { parseExpression } from "../jmespath/parse-expression.js";
import { JmespathError, type SyntaxPosition } from "../jmespath/problem.js";
import type { TokenKind } from "../jmespath/token.js";
import { CommandError, exitCodes } from "./command-error.js";
import { isList, isObject, NumberText, type Value } from "./value.js";

/** Selects from an output what an expression asks for. */
export type Query = (value: Value) => Value;

/**
 * Reads a JMESPath expression.
 *
 * @throws CommandError when it is none; the query itself throws one where a function is unknown or gets the wrong arguments.
 */
export function compileQuery(expression: string): Query {
  if (expression === "") throw badQuery(expression, "Invalid JMESPath expression: cannot be empty.");
  const parsed = parse(expression);
  return (value) => {
    try {
      return valueOf(evaluateExpression(parsed, jsonOf(value)));
    } catch (error) {
      if (!(error instanceof JmespathError)) throw error;
      throw new CommandError(error.message, exitCodes.general);
    }
  };
}

function parse(expression: string): Expression {
  try {
    return parseExpression(expression);
  } catch (error) {
    if (!(error instanceof JmespathError)) throw error;
    throw badQuery(expression, describeProblem(expression, error.message, error.position));
  }
}

/** In the words that the AWS CLI prints. */
function describeProblem(expression: string, message: string, position: SyntaxPosition | undefined): string {
  if (position === undefined) return `Invalid jmespath expression: ${message}`;
  const { index, found, token } = position;
  if (found === "") {
    return `Invalid jmespath expression: Incomplete expression:\n${mark(expression, expression.length)}`;
  }
  if (token === undefined) {
    return `Bad jmespath expression: Unknown token ${found} at column ${index}:\n${mark(expression, index)}`;
  }
  return (
    `Invalid jmespath expression: Parse error at column ${index}, token "${found}" ` +
    `(${tokenNames[token]}), for expression:\n${mark(expression, index)}`
  );
}

const tokenNames: Readonly<Record<TokenKind, string>> = {
  end: "EOF",
  identifier: "UNQUOTED_IDENTIFIER",
  literal: "LITERAL",
  rightBracket: "RBRACKET",
  rightParenthesis: "RPAREN",
  comma: "COMMA",
  rightBrace: "RBRACE",
  number: "NUMBER",
  current: "CURRENT",
  reference: "EXPREF",
  colon: "COLON",
  pipe: "PIPE",
  or: "OR",
  and: "AND",
  equal: "EQ",
  greater: "GT",
  less: "LT",
  greaterOrEqual: "GTE",
  lessOrEqual: "LTE",
  notEqual: "NE",
  flatten: "FLATTEN",
  star: "STAR",
  filter: "FILTER",
  dot: "DOT",
  not: "NOT",
  leftBrace: "LBRACE",
  leftBracket: "LBRACKET",
  leftParenthesis: "LPAREN",
};

function badQuery(expression: string, problem: string): CommandError {
  return new CommandError(`Bad value for --query ${expression}: ${problem}`, exitCodes.usage);
}

function mark(expression: string, column: number): string {
  return `"${expression}"\n${" ".repeat(column + 1)}^`;
}

/** Numbers that a double holds exactly are numbers, so that they compare; any other passes through as it was received. */
function jsonOf(value: Value): Json {
  return plainOf(value) as Json;
}

function plainOf(value: Value): unknown {
  if (value instanceof NumberText) return isExact(value) ? Number(value.text) : value;
  if (isList(value)) return value.map(plainOf);
  if (isObject(value)) return Object.fromEntries([...value].map(([key, item]) => [key, plainOf(item)]));
  return value;
}

function isExact(number: NumberText): boolean {
  if (number.isInteger) return Number.isSafeInteger(Number(number.text));
  const digits = number.text
    .replace(/[eE].*$/, "")
    .replaceAll(/[^0-9]/g, "")
    .replace(/^0+/, "");
  return digits.length <= 15 && Number.isFinite(Number(number.text));
}

function valueOf(found: unknown): Value {
  if (typeof found === "number") return new NumberText(String(found));
  if (typeof found === "string" || typeof found === "boolean") return found;
  if (found instanceof NumberText || found instanceof Uint8Array) return found;
  if (Array.isArray(found)) return found.map(valueOf);
  if (typeof found !== "object" || found === null) return null;
  return new Map(Object.entries(found).map(([key, item]) => [key, valueOf(item)]));
}
