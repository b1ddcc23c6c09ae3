import { type Arguments, arrayAt, expressionAt } from "./arguments.js";
import type { Evaluation } from "./evaluation.js";
import { type JmespathFunction, withArity } from "./functions.js";
import type { Json } from "./json.js";
import { JmespathError } from "./problem.js";
import { typeOfJson } from "./values.js";

/** A list's element beside what it is ordered by. */
interface Keyed {
  readonly item: Json;
  readonly key: Json;
}

/** Numbers among themselves, and texts among themselves by UTF-16 code unit; anything else has no order. */
function compareKeys(name: string, left: Json, right: Json): number {
  const bothNumbers = typeof left === "number" && typeof right === "number";
  const bothStrings = typeof left === "string" && typeof right === "string";
  if (!bothNumbers && !bothStrings) {
    const found = `${typeOfJson(left)} and ${typeOfJson(right)}`;
    throw new JmespathError("invalid-type", `${name}() orders numbers or strings, but found ${found}`);
  }
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

type Key = (given: Arguments, evaluation: Evaluation) => readonly Keyed[];

const byItself: Key = (given) => arrayAt(given, 0).map((item) => ({ item, key: item }));

const byExpression: Key = (given, evaluation) => {
  const items = arrayAt(given, 0);
  const expression = expressionAt(given, 1);
  return items.map((item) => ({ item, key: evaluation.evaluate(expression, item) }));
};

const sort =
  (keyed: Key): JmespathFunction =>
  (given, evaluation) =>
    keyed(given, evaluation)
      .toSorted((left, right) => compareKeys(given.name, left.key, right.key))
      .map(({ item }) => item);

/** The first of the elements that no other exceeds in the direction. */
const furthest =
  (keyed: Key, direction: 1 | -1): JmespathFunction =>
  (given, evaluation) => {
    let found: Keyed | undefined;
    for (const candidate of keyed(given, evaluation)) {
      if (found === undefined || compareKeys(given.name, candidate.key, found.key) * direction > 0) found = candidate;
    }
    return found?.item ?? null;
  };

const map: JmespathFunction = (given, evaluation) => {
  const expression = expressionAt(given, 0);
  return arrayAt(given, 1).map((item) => evaluation.evaluate(expression, item));
};

/** The functions that order a list or run an expression over it. */
export const orderingFunctions: ReadonlyMap<string, JmespathFunction> = new Map([
  ["map", withArity(2, map)],
  ["max", withArity(1, furthest(byItself, 1))],
  ["max_by", withArity(2, furthest(byExpression, 1))],
  ["min", withArity(1, furthest(byItself, -1))],
  ["min_by", withArity(2, furthest(byExpression, -1))],
  ["sort", withArity(1, sort(byItself))],
  ["sort_by", withArity(2, sort(byExpression))],
]);
