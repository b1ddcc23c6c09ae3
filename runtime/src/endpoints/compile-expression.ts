import { expectBoolean, expectList, expectRecord, expectString } from "./expect-value.js";
import type { Partitions } from "./partitions.js";
import type { Call, Expression, Literal, Template } from "./syntax.js";
import { EvaluationFault, type RuleValue } from "./value.js";

/** The values of parameters and of what conditions assigned, each at its index. */
export type Frame = RuleValue[];

/** An expression made ready: what it is worth for given values. */
export type Evaluation = (frame: Frame) => RuleValue;

/** Where names are kept. */
export interface Names {
  /** The index of a name in the frame; undefined for one that is never set. */
  find(name: string): number | undefined;
}

/** What expressions are compiled with. */
export interface Compiling {
  readonly names: Names;
  readonly partitions: Partitions;
}

/**
 * A function that evaluates the expression in a frame. All that does not depend on the frame is decided now: endpoints are resolved for each
 * request.
 */
export function compileExpression(expression: Expression, compiling: Compiling): Evaluation {
  switch (expression.kind) {
    case "reference": {
      const index = compiling.names.find(expression.name);
      return index === undefined ? () => undefined : (frame) => frame[index];
    }
    case "call":
      return compileCall(expression, compiling);
    default:
      return compileLiteral(expression, compiling);
  }
}

/** {@link compileExpression} for a value, whose templates are filled in at each evaluation. */
export function compileLiteral(literal: Literal, compiling: Compiling): Evaluation {
  switch (literal.kind) {
    case "string":
      return compileTemplate(literal.template, compiling);
    case "tuple": {
      const items = literal.items.map((item) => compileLiteral(item, compiling));
      return (frame) => items.map((evaluate) => evaluate(frame));
    }
    case "record": {
      const members = [...literal.members].map(([name, member]) => [name, compileLiteral(member, compiling)] as const);
      return (frame) => Object.fromEntries(members.map(([name, evaluate]) => [name, evaluate(frame)]));
    }
    default: {
      const { value } = literal;
      return () => value;
    }
  }
}

function compileTemplate({ parts }: Template, compiling: Compiling): Evaluation {
  if (parts.every((part) => typeof part === "string")) {
    const text = parts.join("");
    return () => text;
  }
  const pieces = parts.map((part) => (typeof part === "string" ? part : compileExpression(part.expression, compiling)));
  return (frame) => {
    let text = "";
    for (const piece of pieces) text += typeof piece === "string" ? piece : expectString(piece(frame));
    return text;
  };
}

function compileCall(call: Call, compiling: Compiling): Evaluation {
  const values = call.arguments.map((argument) => compileExpression(argument, compiling));
  const [first = empty, second = empty, third = empty] = values;
  switch (call.definition.name) {
    case "isSet":
      return (frame) => first(frame) !== undefined;
    case "not":
      return (frame) => !expectBoolean(first(frame));
    case "booleanEquals":
      return (frame) => expectBoolean(first(frame)) === expectBoolean(second(frame));
    case "stringEquals":
      return (frame) => expectString(first(frame)) === expectString(second(frame));
    case "ite":
      return (frame) => (expectBoolean(first(frame)) ? second(frame) : third(frame));
    case "coalesce":
      return compileCoalesce(values);
    case "getAttr":
      return compileGetAttr(first, call.path?.steps ?? []);
    default:
      return compileFunction(call, values, compiling.partitions);
  }
}

function empty(): undefined {
  return undefined;
}

function compileFunction({ definition }: Call, values: readonly Evaluation[], partitions: Partitions): Evaluation {
  const { evaluate } = definition;
  if (evaluate === undefined) return empty;
  const [only] = values;
  if (only !== undefined && values.length === 1) return (frame) => evaluate([only(frame)], partitions);
  return (frame) =>
    evaluate(
      values.map((value) => value(frame)),
      partitions,
    );
}

function compileCoalesce(values: readonly Evaluation[]): Evaluation {
  return (frame) => {
    for (const value of values) {
      const found = value(frame);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function compileGetAttr(target: Evaluation, steps: readonly (string | number)[]): Evaluation {
  return (frame) => {
    let value = target(frame);
    for (const step of steps) {
      if (typeof step === "number") value = itemAt(expectList(value), step);
      else {
        const record = expectRecord(value);
        value = Object.hasOwn(record, step) ? record[step] : undefined;
      }
    }
    return value;
  };
}

/**
 * The item at an index, where a negative one counts from the end. Beyond the end there is nothing; before the beginning Smithy's
 * implementation fails, though the specification gives every index an optional value.
 */
function itemAt(list: readonly RuleValue[], step: number): RuleValue {
  const index = step < 0 ? list.length + step : step;
  if (index < 0) throw new EvaluationFault(`Index ${index} out of bounds for length ${list.length}`);
  return list[index];
}
