import type { Model } from "../shapes/model.js";
import type { Shape } from "../shapes/shape.js";
import type { Variables } from "./attribute-value.js";
import { createEvaluation, type Evaluation, type Matcher } from "./evaluation.js";
import { createMatcher } from "./match-selector.js";
import { parseSelector } from "./parse-selector.js";
import { SelectorSyntaxError } from "./selector-cursor.js";
import type { Selector, SelectorStep, SelectorSteps } from "./selector.js";
import { startingShapes } from "./starting-shapes.js";

/** What a selector gives for a model. */
export interface Selection {
  /** Each shape once. Incomplete when there is a problem. */
  readonly shapes: ReadonlySet<Shape>;
  /** Why the selector cannot be evaluated on this model: an attribute that shapes do not have, or too much work. */
  readonly problem?: string | undefined;
}

/**
 * The shapes of a model, bundled ones included, that a selector matches (Smithy 2.0, "Selectors"): each once.
 *
 * @param selector - parsed, or as text
 * @returns the shapes; those that were found until then, where an attribute does not exist: {@link evaluate} says so
 * @throws SelectorSyntaxError for a text that is no selector; `parseSelector` gives the mistake as a value instead
 */
export function select(model: Model, selector: Selector | string): readonly Shape[] {
  return [...evaluate(model, typeof selector === "string" ? parsed(selector) : selector).shapes];
}

function parsed(text: string): Selector {
  const { selector, problem } = parseSelector(text);
  if (selector === undefined) throw new SelectorSyntaxError(problem);
  return selector;
}

/**
 * {@link select} with the reason where it cannot go to the end (Smithy 2.0, "Selectors").
 *
 * @param selector - from `parseSelector`, for this model or another
 * @param from - the shapes to begin with; by default all of the model, bundled ones included
 * @returns each shape once, in the order in which they are reached. Never throws; at most ten million shapes are visited.
 */
export function evaluate(model: Model, selector: Selector, from?: Iterable<Shape>): Selection {
  const evaluation = createEvaluation(model);
  const { matcher, roots } = setMatchers(selector);
  for (const [index, root] of roots.entries()) {
    const steps = selector.roots[index] ?? [];
    evaluation.roots.push(collect(evaluation, root(), startingShapes(model, steps)));
  }
  const shapes = collect(evaluation, matcher(), from ?? startingShapes(model, selector.steps));
  return { shapes, problem: evaluation.problem };
}

/** A bound on what {@link eachMatch} gives: each match is a line for somebody to read. */
const maximumMatches = 200_000;

/**
 * Calls back for every match with the variables as they are then (Smithy 2.0, "Variables"): a shape that is reached in several ways
 * matches several times.
 *
 * @param found - called with a matched shape and the shapes that each variable holds, 200,000 times at most
 * @returns why the selector cannot be evaluated on this model to the end; undefined when it could
 */
export function eachMatch(
  model: Model,
  selector: Selector,
  found: (shape: Shape, variables: Variables) => void,
): string | undefined {
  const evaluation = createEvaluation(model);
  for (const [index, root] of setMatchers(selector).roots.entries()) {
    evaluation.roots.push(collect(evaluation, root(), startingShapes(model, selector.roots[index] ?? [])));
  }
  const matcher = createMatcher(selector.steps);
  let matches = 0;
  // What begins with roots gives the same for every shape.
  const starts = startingShapes(model, selector.steps);
  const isIndependent = selector.steps.length > 0 && selector.steps.every(({ kind }) => kind === "root");
  for (const shape of isIndependent ? starts.slice(0, 1) : starts) {
    evaluation.variables.clear();
    matcher(evaluation, shape, (given) => {
      matches += 1;
      if (matches > maximumMatches) evaluation.report("The selector matches too often on this model");
      else found(given, new Map(evaluation.variables));
      return true;
    });
    if (evaluation.problem !== undefined) break;
  }
  return evaluation.problem;
}

function collect(evaluation: Evaluation, matcher: Matcher, from: Iterable<Shape>): ReadonlySet<Shape> {
  const shapes = new Set<Shape>();
  for (const shape of from) {
    evaluation.variables.clear();
    matcher(evaluation, shape, (given) => {
      shapes.add(given);
      return true;
    });
    if (evaluation.problem !== undefined) break;
  }
  return shapes;
}

interface SetMatchers {
  /** Each makes a matcher for one evaluation. */
  readonly matcher: () => Matcher;
  readonly roots: readonly (() => Matcher)[];
}

const matchers = new WeakMap<Selector, SetMatchers>();

function setMatchers(selector: Selector): SetMatchers {
  let known = matchers.get(selector);
  if (known === undefined) {
    known = { matcher: setMatcher(selector.steps), roots: selector.roots.map(setMatcher) };
    matchers.set(selector, known);
  }
  return known;
}

/**
 * A matcher for a set of shapes: without variables, a step that gets a shape a second time gives nothing new, and a root
 * gives all it has at once.
 */
function setMatcher(steps: SelectorSteps): () => Matcher {
  if (steps.length < 2 || usesVariables(steps)) {
    const matcher = createMatcher(steps);
    return () => matcher;
  }
  return () =>
    createMatcher(steps, (matcher, index) => {
      if (steps[index]?.kind === "root") {
        let isDone = false;
        return (evaluation, shape, emit) => {
          if (isDone) return true;
          isDone = true;
          return matcher(evaluation, shape, emit);
        };
      }
      if (index === 0) return matcher;
      const seen = new Set<Shape>();
      return (evaluation, shape, emit) => {
        if (seen.has(shape)) return true;
        seen.add(shape);
        return matcher(evaluation, shape, emit);
      };
    });
}

function usesVariables(steps: SelectorSteps): boolean {
  return steps.some((step) => {
    switch (step.kind) {
      case "store":
      case "load":
        return true;
      case "attribute":
      case "scoped":
        return step.path.includes("var") || (step.kind === "scoped" && step.path.length === 0);
      case "function":
        return step.selectors.some(usesVariables);
      default:
        return false;
    }
  });
}

/**
 * True when a selector gives nothing but the shapes that it is given, so that it can be tried on a few shapes alone
 * instead of on the whole model.
 */
export function isFilter(selector: Selector): boolean {
  return selector.steps.every(isFilterStep);
}

function isFilterStep(step: SelectorStep): boolean {
  switch (step.kind) {
    case "type":
    case "attribute":
    case "scoped":
    case "store":
    case "unknownFunction":
      return true;
    case "function":
      if (step.name === "is") return step.selectors.every((steps) => steps.every(isFilterStep));
      return step.name === "in" || step.name === "not" || step.name === "test";
    default:
      return false;
  }
}
