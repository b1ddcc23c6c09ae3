import type { Severity } from "../../diagnostics/diagnostic.js";
import { checkExpressionText } from "../../knowledge/jmespath/check-text.js";
import type { ExpressionProblem } from "../../knowledge/jmespath/expression-problem.js";
import { anySample, type ExpressionType, objectOf, type Sample } from "../../knowledge/jmespath/sample.js";
import { sampleOfShape } from "../../knowledge/jmespath/sample-shape.js";
import type { Matcher, PathMatcher } from "../../knowledge/waiters.js";
import type { Model } from "../../shapes/model.js";
import type { OperationShape } from "../../shapes/shape.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { problemEvent } from "../jmespath-problems.js";

/** A finding about one acceptor: the part of its event ID before the acceptor's own, if that follows. */
export interface AcceptorFinding {
  readonly severity: Severity;
  readonly code: string;
  /** Whether the event ID ends with the waiter's name and the acceptor's index. */
  readonly named: boolean;
  readonly message: string;
}

const unsuppressable = { code: "WaitableTrait", named: false } as const;
const problemCode = "WaitableTraitJmespathProblem";

/** What a matcher compares has to exist, and be of the type that its comparator compares. */
export function* checkMatcher(model: Model, operation: OperationShape, matcher: Matcher): Iterable<AcceptorFinding> {
  if (matcher.kind === "output") {
    yield* checkPath(sampleOf(model, operation.output), matcher);
  } else if (matcher.kind === "inputOutput") {
    const input = sampleOf(model, operation.input);
    const output = sampleOf(model, operation.output);
    const both = new Map([
      ["input", input],
      ["output", output],
    ]);
    yield* checkPath(objectOf(both), matcher);
  } else if (matcher.kind === "errorType") {
    yield* checkErrorType(operation, matcher.value);
  }
}

function sampleOf(model: Model, id: ShapeId): Sample {
  const shape = model.shapes.get(id);
  return shape === undefined ? anySample : sampleOfShape(model, shape);
}

function* checkErrorType({ errors }: OperationShape, name: string): Iterable<AcceptorFinding> {
  // Errors of a framework are in no model: no more than a warning.
  if (errors.some((id) => id === name || nameOf(id) === name)) return;
  yield {
    severity: "WARNING",
    code: "WaitableTraitInvalidErrorType",
    named: true,
    message: `errorType '${name}' not found on operation. This operation defines the following errors: [${errors.join(", ")}]`,
  };
}

function* checkPath(current: Sample, { path, comparator, expected }: PathMatcher): Iterable<AcceptorFinding> {
  const checked = checkExpressionText(path, current);
  if ("failure" in checked) {
    const message = `Invalid JMESPath expression (${path}): ${checked.failure}`;
    yield { severity: "ERROR", ...unsuppressable, message };
  } else {
    yield* problemFindings(path, checked.problems);
  }
  if (comparator === "booleanEquals" && expected !== "true" && expected !== "false") {
    const message = `Waiter acceptors with a booleanEquals comparator must set their \`expected\` value to 'true' or 'false', but found '${expected}'.`;
    yield { severity: "ERROR", ...unsuppressable, message };
  }
  const type = "failure" in checked ? "any" : checked.type;
  const wanted = comparedType(comparator);
  if (type === "any" || type === wanted) return;
  const message = `Waiter acceptors with a ${comparator} comparator must return a \`${wanted}\` type, but this acceptor was statically determined to return a \`${type}\` type.`;
  yield { severity: "DANGER", code: `${problemCode}.ReturnTypeMismatch`, named: true, message };
}

function comparedType(comparator: string): ExpressionType {
  if (comparator === "booleanEquals") return "boolean";
  return comparator === "stringEquals" ? "string" : "array";
}

function* problemFindings(path: string, problems: readonly ExpressionProblem[]): Iterable<AcceptorFinding> {
  for (const problem of problems) {
    const { severity, eventName, text } = problemEvent(problem);
    const id = eventName === undefined ? unsuppressable : { code: `${problemCode}.${eventName}`, named: true };
    yield { severity, ...id, message: `Problem found in JMESPath expression (${path}): ${text}` };
  }
}

/** The `message` of an acceptor selects a text, or texts, from the operation's output. */
export function* checkFailureMessage(
  model: Model,
  operation: OperationShape,
  expression: string,
): Iterable<AcceptorFinding> {
  const current = sampleOf(model, operation.output);
  const checked = checkExpressionText(expression, current);
  if ("failure" in checked) {
    const message = `Invalid JMESPath expression in \`message\` (${expression}): ${checked.failure}`;
    yield { severity: "ERROR", ...unsuppressable, message };
    return;
  }
  yield* problemFindings(expression, checked.problems);
  const problem = messageProblem(expression, checked.type, current);
  if (problem === undefined) return;
  const wanted = "The `message` JMESPath expression must resolve to a string or an array of strings";
  yield { severity: "ERROR", ...unsuppressable, message: `${wanted}, but this expression ${problem}` };
}

function messageProblem(expression: string, type: ExpressionType, current: Sample): string | undefined {
  if (type === "string") return undefined;
  if (type !== "array") return `was statically determined to return a \`${type}\` type.`;
  // As Smithy finds the type of the elements: by the first. Behind a projection this is the first of each element.
  const element = checkExpressionText(`${expression}[0]`, current);
  if ("failure" in element || element.type === "string") return undefined;
  return `resolves to an array of \`${element.type}\`.`;
}
