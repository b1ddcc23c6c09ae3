import type { Expression } from "./expression.js";
import type { Argument } from "./evaluation.js";
import type { Json, JsonObject } from "./json.js";
import { JmespathError } from "./problem.js";
import { isJsonArray, isJsonObject, type JsonType, typeOfJson } from "./values.js";

/** A function's arguments, read with the types that the function asks for. Every reader throws JmespathError. */
export interface Arguments {
  readonly name: string;
  readonly list: readonly Argument[];
}

/** Refuses any other number of arguments, as an error of kind `invalid-arity`. */
export function expectCount({ name, list }: Arguments, count: number): void {
  if (list.length !== count) {
    throw new JmespathError("invalid-arity", `${name}() takes ${count} arguments, but received ${list.length}`);
  }
}

/** An argument of any type but an expression. */
export function valueAt(given: Arguments, index: number): Json {
  const argument = given.list[index];
  if (argument !== undefined && "value" in argument) return argument.value;
  throw badType(given.name, "a value", "an expression");
}

/** An argument that begins with `&`. */
export function expressionAt(given: Arguments, index: number): Expression {
  const argument = given.list[index];
  if (argument !== undefined && "expression" in argument) return argument.expression;
  throw badType(given.name, "an expression", typeOfJson(valueAt(given, index)));
}

/** An argument that is a list. */
export function arrayAt(given: Arguments, index: number): readonly Json[] {
  const value = valueAt(given, index);
  if (isJsonArray(value)) return value;
  throw badType(given.name, "array", typeOfJson(value));
}

/** An argument that is an object. */
export function objectAt(given: Arguments, index: number): JsonObject {
  const value = valueAt(given, index);
  if (isJsonObject(value)) return value;
  throw badType(given.name, "object", typeOfJson(value));
}

/** An argument that is a string. */
export function stringAt(given: Arguments, index: number): string {
  return expectString(given.name, valueAt(given, index));
}

/** An argument that is a number. */
export function numberAt(given: Arguments, index: number): number {
  return expectNumber(given.name, valueAt(given, index));
}

/**
 * A value as a string, for what is inside of arguments too.
 *
 * @param name - that of the function, for the message
 */
export function expectString(name: string, value: Json): string {
  if (typeof value === "string") return value;
  throw badType(name, "string", typeOfJson(value));
}

/**
 * A value as a number, for what is inside of arguments too.
 *
 * @param name - that of the function, for the message
 */
export function expectNumber(name: string, value: Json): number {
  if (typeof value === "number") return value;
  throw badType(name, "number", typeOfJson(value));
}

export function badType(name: string, wanted: string, found: JsonType | "an expression"): JmespathError {
  return new JmespathError(
    "invalid-type",
    `Invalid argument type for function ${name}(), expected ${wanted} but found ${found}`,
  );
}
