import type { search } from "@aws-lambda-powertools/jmespath";
import { CommandError, exitCodes } from "./command-error.js";
import { isList, isObject, NumberText, type Value } from "./value.js";

type Json = Parameters<typeof search>[1];

/** Selects from an output what an expression asks for. */
export type Query = (value: Value) => Value;

/**
 * Reads a JMESPath expression.
 *
 * @throws CommandError when it is none; the query itself throws one where a function is unknown or gets the wrong arguments.
 */
export async function compileQuery(expression: string): Promise<Query> {
  if (expression === "") throw badQuery(expression, "Invalid JMESPath expression: cannot be empty.");
  const jmespath = await import("@aws-lambda-powertools/jmespath");
  try {
    jmespath.search(expression, null);
  } catch (error) {
    if (error instanceof jmespath.IncompleteExpressionError) {
      throw badQuery(
        expression,
        `Invalid jmespath expression: Incomplete expression:\n${mark(expression, expression.length)}`,
      );
    }
    if (error instanceof jmespath.ParseError) {
      const { lexPosition, tokenValue, tokenType } = error;
      throw badQuery(
        expression,
        `Invalid jmespath expression: Parse error at column ${lexPosition}, token "${String(tokenValue)}" ` +
          `(${tokenType.toUpperCase()}), for expression:\n${mark(expression, lexPosition)}`,
      );
    }
    if (error instanceof jmespath.LexerError || error instanceof jmespath.EmptyExpressionError) {
      throw badQuery(expression, error.message);
    }
  }
  return (value) => {
    try {
      return valueOf(jmespath.search(expression, jsonOf(value)));
    } catch (error) {
      if (!(error instanceof jmespath.JMESPathError)) throw error;
      throw new CommandError(error.message.replace(/ in expression: .*$/s, ""), exitCodes.general);
    }
  };
}

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
