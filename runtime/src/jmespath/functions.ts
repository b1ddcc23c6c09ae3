import {
  type Arguments,
  arrayAt,
  badType,
  expectCount,
  expectNumber,
  expectString,
  numberAt,
  objectAt,
  stringAt,
  valueAt,
} from "./arguments.js";
import type { Evaluation } from "./evaluation.js";
import type { Json } from "./json.js";
import { JmespathError } from "./problem.js";
import { equalJson, isJsonArray, isJsonObject, typeOfJson } from "./values.js";

export type JmespathFunction = (given: Arguments, evaluation: Evaluation) => Json;

/** A function that takes exactly this many arguments. */
export function withArity(count: number, apply: JmespathFunction): JmespathFunction {
  return (given, evaluation) => {
    expectCount(given, count);
    return apply(given, evaluation);
  };
}

function sum(given: Arguments): number {
  let total = 0;
  for (const item of arrayAt(given, 0)) total += expectNumber(given.name, item);
  return total;
}

const average: JmespathFunction = (given) => {
  const { length } = arrayAt(given, 0);
  return length === 0 ? null : sum(given) / length;
};

const contains: JmespathFunction = (given, evaluation) => {
  const subject = valueAt(given, 0);
  const wanted = valueAt(given, 1);
  if (typeof subject === "string") return subject.includes(expectString(given.name, wanted));
  if (isJsonArray(subject)) return subject.some((item) => equalJson(item, wanted, () => evaluation.spend(1)));
  throw badType(given.name, "array or string", typeOfJson(subject));
};

const lengthOf: JmespathFunction = (given) => {
  const value = valueAt(given, 0);
  if (isJsonArray(value)) return value.length;
  if (isJsonObject(value)) return Object.keys(value).length;
  // In code points.
  if (typeof value === "string") return [...value].length;
  throw badType(given.name, "string, array or object", typeOfJson(value));
};

const reverse: JmespathFunction = (given) => {
  const value = valueAt(given, 0);
  if (isJsonArray(value)) return value.toReversed();
  if (typeof value === "string") return [...value].toReversed().join("");
  throw badType(given.name, "array or string", typeOfJson(value));
};

const notNull: JmespathFunction = (given) => {
  if (given.list.length === 0) throw new JmespathError("invalid-arity", "not_null() takes at least 1 argument");
  for (const index of given.list.keys()) {
    const value = valueAt(given, index);
    if (value !== null) return value;
  }
  return null;
};

const merge: JmespathFunction = (given, evaluation) => {
  const entries = given.list.flatMap((_, index) => Object.entries(objectAt(given, index)));
  evaluation.spend(entries.length);
  return Object.fromEntries(entries);
};

const toNumber: JmespathFunction = (given) => {
  const value = valueAt(given, 0);
  if (typeof value === "number") return value;
  const isNumber = typeof value === "string" && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value);
  return isNumber ? Number(value) : null;
};

const toText: JmespathFunction = (given, evaluation) => {
  const value = valueAt(given, 0);
  return typeof value === "string" ? value : printJson(value, evaluation);
};

/** JSON text that counts every value it prints, since values can share parts without end. */
function printJson(value: Json, evaluation: Evaluation): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    evaluation.spend(1);
    return item;
  });
}

const toArray: JmespathFunction = (given) => {
  const value = valueAt(given, 0);
  return isJsonArray(value) ? value : [value];
};

/** The functions that take no expression (the specification's "Built-in Functions"). */
export const valueFunctions: ReadonlyMap<string, JmespathFunction> = new Map([
  ["abs", withArity(1, (given) => Math.abs(numberAt(given, 0)))],
  ["avg", withArity(1, average)],
  ["ceil", withArity(1, (given) => Math.ceil(numberAt(given, 0)))],
  ["contains", withArity(2, contains)],
  ["ends_with", withArity(2, (given) => stringAt(given, 0).endsWith(stringAt(given, 1)))],
  ["floor", withArity(1, (given) => Math.floor(numberAt(given, 0)))],
  [
    "join",
    withArity(2, (given) => {
      const separator = stringAt(given, 0);
      return arrayAt(given, 1)
        .map((item) => expectString(given.name, item))
        .join(separator);
    }),
  ],
  ["keys", withArity(1, (given) => Object.keys(objectAt(given, 0)))],
  ["length", withArity(1, lengthOf)],
  ["merge", merge],
  ["not_null", notNull],
  ["reverse", withArity(1, reverse)],
  ["starts_with", withArity(2, (given) => stringAt(given, 0).startsWith(stringAt(given, 1)))],
  ["sum", withArity(1, sum)],
  ["to_array", withArity(1, toArray)],
  ["to_number", withArity(1, toNumber)],
  ["to_string", withArity(1, toText)],
  ["type", withArity(1, (given) => typeOfJson(valueAt(given, 0)))],
  ["values", withArity(1, (given) => Object.values(objectAt(given, 0)))],
]);
