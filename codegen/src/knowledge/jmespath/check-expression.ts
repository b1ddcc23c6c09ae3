import type { Expression, ExpressionOf } from "@tsmith/runtime/jmespath";
import { compareSamples } from "./compare-samples.js";
import { type ExpressionProblem, type ProblemSeverity, sortProblems } from "./expression-problem.js";
import { functionSignatures } from "./function-signatures.js";
import {
  anySample,
  arrayOf,
  arraySample,
  booleanOf,
  type ExpressionType,
  expressionSample,
  isTruthySample,
  nullSample,
  objectOf,
  objectSample,
  type Sample,
  sampleOfJson,
} from "./sample.js";

/** How many expressions and elements are visited before the rest counts as unknown. */
const maximumSteps = 200_000;

/** What is known of an expression without data. */
export interface CheckedExpression {
  readonly type: ExpressionType;
  readonly problems: readonly ExpressionProblem[];
}

/** What an expression is seen from. */
interface View {
  readonly current: Sample;
  /** What an expression behind `&` will be evaluated on. */
  readonly referenced: Sample;
  readonly log: Log;
}

interface Log {
  readonly problems: ExpressionProblem[];
  steps: number;
}

/**
 * Runs an expression on a sample of its values, as the static analysis of Smithy's implementation does: both sides of `&&` and `||`
 * are checked, and what is unknown raises nothing.
 */
export function checkExpression(expression: Expression, current: Sample): CheckedExpression {
  const log: Log = { problems: [], steps: 0 };
  const { type } = check({ current, referenced: anySample, log }, expression);
  return { type, problems: sortProblems(log.problems) };
}

function report(view: View, severity: ProblemSeverity, { line, column }: Expression, message: string): void {
  view.log.problems.push({ severity, message, line, column });
}

/** Spends steps; false when there are none left. */
function spend(view: View, steps: number): boolean {
  view.log.steps += steps;
  return view.log.steps <= maximumSteps;
}

/** Seen from another value. */
function from(view: View, current: Sample): View {
  return { current, referenced: anySample, log: view.log };
}

/** Inside of arrays and objects an expression is a value like any other. */
function stored(sample: Sample): Sample {
  return sample.type === "expression" ? anySample : sample;
}

function check(view: View, expression: Expression): Sample {
  if (!spend(view, 1)) return anySample;
  switch (expression.kind) {
    case "current":
      return view.current;
    case "literal":
      return sampleOfJson(expression.value);
    case "field":
      return checkField(view, expression);
    case "index":
      return checkIndex(view, expression);
    case "slice":
      // Which of the elements are left makes no difference to their type.
      if (view.current.type === "array") return view.current;
      return wrongType(view, expression, view.current, "Slice performed on", arraySample);
    case "subexpression":
      return check(from(view, check(view, expression.left)), expression.right);
    case "reference":
      check(from(view, view.referenced), expression.expression);
      return expressionSample;
    case "not":
      return booleanOf(!isTruthySample(check(view, expression.expression)));
    case "and":
    case "or": {
      const left = check(view, expression.left);
      const right = check(view, expression.right);
      return isTruthySample(left) === (expression.kind === "and") ? right : left;
    }
    case "comparison":
      return checkComparison(view, expression);
    case "multiSelectList":
      return arrayOf(expression.expressions.map((inner) => stored(check(view, inner))));
    case "multiSelectHash":
      return objectOf(new Map([...expression.entries].map(([key, inner]) => [key, stored(check(view, inner))])));
    case "function":
      return checkCall(view, expression);
    case "flatten":
      return checkFlatten(view, expression);
    default:
      return checkProjection(view, expression);
  }
}

/** Raises a problem unless the type is unknown, and goes on with a stand-in. */
function wrongType(view: View, expression: Expression, found: Sample, problem: string, result: Sample): Sample {
  if (found.type !== "any") report(view, "danger", expression, `${problem} ${found.type}`);
  return result;
}

function checkField(view: View, expression: ExpressionOf<"field">): Sample {
  const { name } = expression;
  const { current } = view;
  if (current.type !== "object") {
    return wrongType(view, expression, current, `Object field '${name}' extraction performed on`, anySample);
  }
  const field = current.field(name);
  if (field !== undefined) return field;
  const properties = `[${current.names.join(", ")}]`;
  report(view, "danger", expression, `Object field '${name}' does not exist in object with properties ${properties}`);
  return nullSample;
}

function checkIndex(view: View, expression: ExpressionOf<"index">): Sample {
  const { index } = expression;
  if (view.current.type === "array") return view.current.items().at(index) ?? nullSample;
  return wrongType(view, expression, view.current, `Array index '${index}' extraction performed on`, anySample);
}

function checkComparison(view: View, expression: ExpressionOf<"comparison">): Sample {
  const left = check(view, expression.left);
  const right = check(view, expression.right);
  const result = compareSamples(expression.comparator, left, right);
  if (result.type === "null") {
    report(view, "warning", expression, `Invalid comparator '${expression.comparator}' for ${left.type}`);
  }
  return result;
}

function checkFlatten(view: View, expression: ExpressionOf<"flatten">): Sample {
  const found = check(view, expression.expression);
  if (found.type !== "array") {
    return wrongType(view, expression, found, "Array flatten performed on", arraySample);
  }
  const flattened: Sample[] = [];
  for (const item of found.items()) {
    const items = item.type === "array" ? item.items() : [item];
    if (!spend(view, items.length)) return arraySample;
    if (item.type === "null") continue;
    for (const inner of items) flattened.push(inner);
  }
  return arrayOf(flattened);
}

type Projecting = ExpressionOf<"projection" | "objectProjection" | "filterProjection">;

const projections = {
  projection: { type: "array", problem: "Array projection performed on", unknown: arraySample },
  filterProjection: { type: "array", problem: "Filter projection performed on", unknown: arraySample },
  objectProjection: { type: "object", problem: "Object projection performed on", unknown: objectSample },
} as const;

function checkProjection(view: View, expression: Projecting): Sample {
  const left = check(view, expression.left);
  const { type, problem, unknown } = projections[expression.kind];
  if (left.type !== type) wrongType(view, expression, left, problem, unknown);
  const items = left.type === type ? itemsOf(left) : [];
  // An object without values has been looked into; of an empty array nothing is known.
  if (items.length === 0 && (type === "array" || left.type !== "object")) {
    const inner = from(view, anySample);
    if (expression.kind === "filterProjection") check(inner, expression.condition);
    check(inner, expression.right);
    return unknown;
  }
  const results: Sample[] = [];
  for (const item of items) {
    const result = projectOnto(view, expression, item);
    if (result !== undefined) results.push(stored(result));
  }
  return arrayOf(results);
}

function itemsOf(sample: Sample): readonly Sample[] {
  if (sample.type === "array") return sample.items();
  return sample.type === "object" ? sample.names.map((name) => sample.field(name) ?? nullSample) : [];
}

/** What a projection makes of one element; undefined when its filter leaves the element out. */
function projectOnto(view: View, expression: Projecting, item: Sample): Sample | undefined {
  const inner = from(view, item);
  if (expression.kind !== "filterProjection") return check(inner, expression.right);
  const condition = check(inner, expression.condition);
  if (!isTruthySample(condition)) return undefined;
  const result = check(inner, expression.right);
  return result.type === "null" ? undefined : result;
}

function checkCall(view: View, expression: ExpressionOf<"function">): Sample {
  const { name } = expression;
  const inner: View = { ...view, referenced: view.current };
  const given = expression.arguments.map((argument) => check(inner, argument));
  const signature = functionSignatures.get(name);
  if (signature === undefined) {
    report(view, "error", expression, `Unknown function: ${name}`);
    return anySample;
  }
  const { parameters, rest, result } = signature;
  if (given.length < parameters.length || (rest === undefined && given.length > parameters.length)) {
    const problem = `${name} function expected ${parameters.length} arguments, but was given ${given.length}`;
    report(view, "error", expression, problem);
    return result;
  }
  for (const [index, argument] of expression.arguments.entries()) {
    const problem = (parameters[index] ?? rest)?.(given[index] ?? anySample);
    if (problem === undefined) continue;
    report(view, "error", argument, `${name} function argument ${index} error: ${problem}`);
  }
  return result;
}
