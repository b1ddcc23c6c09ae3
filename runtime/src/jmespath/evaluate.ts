import { applyFunction } from "./apply-function.js";
import type { Expression, ExpressionOf } from "./expression.js";
import type { Argument, Evaluation } from "./evaluation.js";
import type { Json } from "./json.js";
import { JmespathError } from "./problem.js";
import { compareJson, isJsonArray, isJsonObject, isTruthy, memberOf } from "./values.js";

/** How many expressions and elements one evaluation may visit. */
const maximumSteps = 10_000_000;

/**
 * What an expression selects from a value (the specification, https://jmespath.org/specification.html). Where nothing
 * matches, null.
 *
 * @param expression - from `parseExpression`
 * @param value - plain JSON data; only own members of objects are seen
 * @throws JmespathError of one of the specification's kinds; of kind `limit` when an expression multiplies its data
 *   until ten million elements are visited.
 */
export function evaluateExpression(expression: Expression, value: Json): Json {
  let steps = 0;
  const evaluation: Evaluation = {
    evaluate: (inner, current) => {
      evaluation.spend(1);
      return evaluate(evaluation, inner, current);
    },
    spend: (count) => {
      steps += count;
      if (steps > maximumSteps) throw new JmespathError("limit", "The expression takes too many steps to evaluate");
    },
  };
  return evaluation.evaluate(expression, value);
}

function evaluate(evaluation: Evaluation, expression: Expression, current: Json): Json {
  const at = (inner: Expression): Json => evaluation.evaluate(inner, current);
  switch (expression.kind) {
    case "current":
      return current;
    case "literal":
      return expression.value;
    case "field":
      return memberOf(current, expression.name);
    case "index":
      return isJsonArray(current) ? (current.at(expression.index) ?? null) : null;
    case "slice":
      return isJsonArray(current) ? slice(evaluation, expression, current) : null;
    case "subexpression":
      return evaluation.evaluate(expression.right, at(expression.left));
    case "reference":
      return at(expression.expression);
    case "not":
      return !isTruthy(at(expression.expression));
    case "and": {
      const left = at(expression.left);
      return isTruthy(left) ? at(expression.right) : left;
    }
    case "or": {
      const left = at(expression.left);
      return isTruthy(left) ? left : at(expression.right);
    }
    case "comparison":
      return compareJson(expression.comparator, at(expression.left), at(expression.right), () => evaluation.spend(1));
    case "multiSelectList":
      return current === null ? null : expression.expressions.map(at);
    case "multiSelectHash":
      if (current === null) return null;
      return Object.fromEntries([...expression.entries].map(([key, inner]) => [key, at(inner)]));
    case "function":
      return callFunction(evaluation, expression, current);
    default:
      return project(evaluation, expression, current);
  }
}

type Projecting = ExpressionOf<"flatten" | "projection" | "objectProjection" | "filterProjection">;

function project(evaluation: Evaluation, expression: Projecting, current: Json): Json {
  if (expression.kind === "flatten") return flatten(evaluation, evaluation.evaluate(expression.expression, current));
  const { right } = expression;
  const left = evaluation.evaluate(expression.left, current);
  if (expression.kind === "objectProjection") {
    return isJsonObject(left) ? projectEach(evaluation, right, Object.values(left).filter(isPresent)) : null;
  }
  if (!isJsonArray(left)) return null;
  if (expression.kind === "projection") return projectEach(evaluation, right, left);
  const { condition } = expression;
  const chosen = left.filter((item) => isTruthy(evaluation.evaluate(condition, item)));
  return projectEach(evaluation, right, chosen);
}

function isPresent(value: Json): boolean {
  return value !== null;
}

function projectEach(evaluation: Evaluation, right: Expression, items: readonly Json[]): Json {
  return items.map((item) => evaluation.evaluate(right, item)).filter(isPresent);
}

function flatten(evaluation: Evaluation, value: Json): Json {
  if (!isJsonArray(value)) return null;
  const flattened: Json[] = [];
  for (const item of value) {
    const items = isJsonArray(item) ? item : [item];
    evaluation.spend(items.length);
    for (const inner of items) flattened.push(inner);
  }
  return flattened;
}

/** As Python slices: what lies outside of the list is not there. */
function slice(evaluation: Evaluation, { start, stop, step }: ExpressionOf<"slice">, items: readonly Json[]): Json {
  if (step === 0) throw new JmespathError("invalid-value", "A slice's step cannot be 0");
  const forward = step > 0;
  const lowest = forward ? 0 : -1;
  const highest = forward ? items.length : items.length - 1;
  const clamp = (bound: number): number =>
    Math.min(Math.max(bound < 0 ? bound + items.length : bound, lowest), highest);
  const from = start === undefined ? (forward ? lowest : highest) : clamp(start);
  const to = stop === undefined ? (forward ? highest : lowest) : clamp(stop);
  evaluation.spend(items.length);
  const chosen: Json[] = [];
  for (let index = from; forward ? index < to : index > to; index += step) chosen.push(items[index] ?? null);
  return chosen;
}

function callFunction(evaluation: Evaluation, call: ExpressionOf<"function">, current: Json): Json {
  return applyFunction(evaluation, call.name, () =>
    call.arguments.map((argument): Argument =>
      argument.kind === "reference"
        ? { expression: argument.expression }
        : { value: evaluation.evaluate(argument, current) },
    ),
  );
}
