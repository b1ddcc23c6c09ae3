import type { Model } from "../shapes/model.js";
import { neighborGraph, type NeighborGraph } from "../shapes/neighbors.js";
import type { Shape } from "../shapes/shape.js";
import type { AttributeReader } from "./attribute-value.js";

/** What one evaluation of a selector knows and keeps. */
export interface Evaluation extends AttributeReader {
  readonly graph: NeighborGraph;
  /** The shapes of each `:root`. */
  readonly roots: ReadonlySet<Shape>[];
  /** Cleared for each shape that an evaluation begins with. */
  readonly variables: Map<string, ReadonlySet<Shape>>;
  /** Why the evaluation broke off: nothing is emitted any more. */
  problem: string | undefined;
  /** How many shapes were handed on. */
  work: number;
}

/** Receives the shapes that a step gives; false asks for no more. */
export type Emit = (shape: Shape) => boolean;

/** A step made ready: emits what it gives for a shape, and answers false when it was asked to stop. */
export type Matcher = (evaluation: Evaluation, shape: Shape, emit: Emit) => boolean;

/** A bound on the work of one evaluation: selectors such as `~> ~> ~>` take the cube of a model's size. */
const maximumWork = 10_000_000;

/** Begins an evaluation: no `:root` is known yet, no variable set, no work done. */
export function createEvaluation(model: Model): Evaluation {
  const evaluation: Evaluation = {
    model,
    graph: neighborGraph(model),
    roots: [],
    variables: new Map(),
    report: (problem) => {
      evaluation.problem ??= problem;
    },
    problem: undefined,
    work: 0,
  };
  return evaluation;
}

/** Hands a shape on, unless the evaluation is over. */
export function handOn(evaluation: Evaluation, shape: Shape, emit: Emit): boolean {
  evaluation.work += 1;
  if (evaluation.work > maximumWork) evaluation.problem ??= "The selector takes too many steps on this model";
  return evaluation.problem === undefined && emit(shape);
}

/** {@link handOn} for each of several shapes, until one is refused. */
export function handOnAll(evaluation: Evaluation, shapes: Iterable<Shape>, emit: Emit): boolean {
  for (const shape of shapes) {
    if (!handOn(evaluation, shape, emit)) return false;
  }
  return true;
}

/** True when a matcher gives anything at all for a shape, or something of which the test is true. */
export function gives(
  evaluation: Evaluation,
  shape: Shape,
  matcher: Matcher,
  test: (given: Shape) => boolean = () => true,
): boolean {
  let found = false;
  matcher(evaluation, shape, (given) => {
    found = test(given);
    return !found;
  });
  return found;
}
