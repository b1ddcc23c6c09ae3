import type { Shape } from "../shapes/shape.js";
import { visibleTrait } from "../shapes/visible-traits.js";
import { absoluteTraitId, type AttributeValue, flattened, isPresent, valueAt } from "./attribute-value.js";
import { compareAttributes } from "./compare-attributes.js";
import { type Emit, type Evaluation, gives, handOn, handOnAll, type Matcher } from "./evaluation.js";
import { matchNeighbors, matchRecursiveNeighbors, matchTopDown } from "./match-neighbors.js";
import type { Assertion, ScopedValue, SelectorStep, SelectorSteps } from "./selector.js";

import { kindsOf } from "./shape-types.js";

/**
 * Makes the steps of a selector ready, each feeding the next.
 *
 * @param between - wraps what a step, by its number, receives
 */
export function createMatcher(
  steps: SelectorSteps,
  between: (matcher: Matcher, index: number) => Matcher = (matcher) => matcher,
): Matcher {
  const matchers = steps.map((step, index) => between(stepMatcher(step), index));
  return (
    matchers.reduceRight<Matcher | undefined>(
      (next, matcher) =>
        next === undefined
          ? matcher
          : (evaluation, shape, emit) => matcher(evaluation, shape, (given) => next(evaluation, given, emit)),
      undefined,
    ) ?? ((evaluation, shape, emit) => handOn(evaluation, shape, emit))
  );
}

function filter(test: (evaluation: Evaluation, shape: Shape) => boolean): Matcher {
  return (evaluation, shape, emit) => !test(evaluation, shape) || handOn(evaluation, shape, emit);
}

function stepMatcher(step: SelectorStep): Matcher {
  switch (step.kind) {
    case "type": {
      const kinds = kindsOf(step.type);
      return filter((_, shape) => kinds.has(shape.kind));
    }
    case "attribute":
      return attributeMatcher(step);
    case "scoped":
      return filter((evaluation, shape) => matchesScoped(evaluation, shape, step.path, step.assertions));
    case "neighbors":
      return matchNeighbors(step.direction, step.relationships);
    case "recursiveNeighbors":
      return matchRecursiveNeighbors;
    case "root":
      return (evaluation, _, emit) => handOnAll(evaluation, evaluation.roots[step.index] ?? [], emit);
    case "load":
      return (evaluation, _, emit) => handOnAll(evaluation, evaluation.variables.get(step.variable) ?? [], emit);
    case "store":
      return storeMatcher(step.variable, createMatcher(step.selector));
    case "function":
      return functionMatcher(
        step.name,
        step.selectors.map((selector) => createMatcher(selector)),
      );
    case "unknownFunction":
      return () => true;
  }
}

function shapeValue(evaluation: Evaluation, shape: Shape): AttributeValue {
  return { kind: "shape", shape, variables: evaluation.variables };
}

function attributeMatcher({ path, comparison }: Extract<SelectorStep, { kind: "attribute" }>): Matcher {
  const [first, trait] = path;
  if (comparison === undefined) {
    if (path.length === 2 && first === "trait" && trait !== undefined && !trait.startsWith("(")) {
      const id = absoluteTraitId(trait);
      return filter(({ model }, shape) => visibleTrait(model, shape, id) !== undefined);
    }
    return filter((evaluation, shape) => isPresent(valueAt(shapeValue(evaluation, shape), path, evaluation)));
  }
  const { comparator, values, ignoresCase } = comparison;
  const expected = values.map((text): AttributeValue => ({ kind: "literal", text }));
  return filter((evaluation, shape) => {
    const value = valueAt(shapeValue(evaluation, shape), path, evaluation);
    return expected.some((other) => compareAttributes(value, comparator, other, ignoresCase));
  });
}

/** Of a projection each value is a scope: one in which all comparisons hold is enough. */
function matchesScoped(
  evaluation: Evaluation,
  shape: Shape,
  path: readonly string[],
  assertions: readonly Assertion[],
): boolean {
  const scope = valueAt(shapeValue(evaluation, shape), path, evaluation);
  if (!isPresent(scope)) return false;
  return flattened(scope).some((value) => {
    const resolve = (side: ScopedValue): AttributeValue =>
      "literal" in side ? { kind: "literal", text: side.literal } : valueAt(value, side.path, evaluation);
    return assertions.every(({ left, comparator, right, ignoresCase }) => {
      const one = resolve(left);
      return right.some((other) => compareAttributes(one, comparator, resolve(other), ignoresCase));
    });
  });
}

function storeMatcher(variable: string, matcher: Matcher): Matcher {
  return (evaluation, shape, emit) => {
    const found = new Set<Shape>();
    matcher(evaluation, shape, (given) => {
      found.add(given);
      return true;
    });
    evaluation.variables.set(variable, found);
    return handOn(evaluation, shape, emit);
  };
}

function functionMatcher(name: string, matchers: readonly Matcher[]): Matcher {
  switch (name) {
    case "is":
      return (evaluation, shape, emit) => matchers.every((matcher) => matcher(evaluation, shape, emit));
    case "test":
      return filter((evaluation, shape) => matchers.some((matcher) => gives(evaluation, shape, matcher)));
    case "not":
      return filter((evaluation, shape) => !matchers.some((matcher) => gives(evaluation, shape, matcher)));
    case "in":
      return filter((evaluation, shape) =>
        matchers.some((matcher) => gives(evaluation, shape, matcher, (given) => given === shape)),
      );
    case "recursive":
      return (evaluation, shape, emit) =>
        matchers.every((matcher) => matchRecursively(matcher, evaluation, shape, emit));
    default:
      return matchTopDown(matchers[0], matchers[1]);
  }
}

/** ":recursive": what the selector gives is handed on, and given to the selector again, each shape once. */
function matchRecursively(matcher: Matcher, evaluation: Evaluation, shape: Shape, emit: Emit): boolean {
  const found = new Set<Shape>();
  const queue = [shape];
  for (const next of queue) {
    const goesOn = matcher(evaluation, next, (given) => {
      if (found.has(given)) return true;
      found.add(given);
      queue.push(given);
      return handOn(evaluation, given, emit);
    });
    if (!goesOn) return false;
  }
  return true;
}
