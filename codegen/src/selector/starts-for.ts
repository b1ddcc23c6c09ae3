import { isShapeId } from "../shapes/shape-id.js";
import type { NeighborGraph, Relationship } from "../shapes/neighbors.js";
import type { Shape } from "../shapes/shape.js";
import { absoluteTraitId } from "./attribute-value.js";
import type { AttributePath, SelectorStep, SelectorSteps } from "./selector.js";

/** Former relationships, which other kinds stand for. */
const formerRelationships = ["bound", "instanceOperation"];

/**
 * Where a selector must begin so that it finds some shapes: all shapes from which its steps can lead to one of them, and perhaps
 * others. A few starts are enough to judge a few shapes of a large model.
 *
 * @returns undefined where a step cannot be walked backwards, or can fail on shapes that would then not be looked at
 */
export function startsFor(
  graph: NeighborGraph,
  steps: SelectorSteps,
  shapes: ReadonlySet<Shape>,
): ReadonlySet<Shape> | undefined {
  let starts: ReadonlySet<Shape> | undefined = shapes;
  for (const step of steps.toReversed()) {
    if (starts === undefined || canFail(step)) return undefined;
    starts = beforeStep(graph, step, starts);
  }
  return starts;
}

function beforeStep(
  graph: NeighborGraph,
  step: SelectorStep,
  shapes: ReadonlySet<Shape>,
): ReadonlySet<Shape> | undefined {
  switch (step.kind) {
    case "type":
    case "attribute":
    case "store":
    case "unknownFunction":
      return shapes;
    case "function":
      if (step.name === "is") return startsOfAny(graph, step.selectors, shapes);
      return step.name === "recursive" || step.name === "topdown" ? undefined : shapes;
    case "neighbors":
      if (step.relationships.some((name) => formerRelationships.includes(name))) return undefined;
      return neighborsAgainst(graph, step, shapes);
    default:
      return undefined;
  }
}

function startsOfAny(
  graph: NeighborGraph,
  selectors: readonly SelectorSteps[],
  shapes: ReadonlySet<Shape>,
): ReadonlySet<Shape> | undefined {
  const all = new Set<Shape>();
  for (const selector of selectors) {
    const starts = startsFor(graph, selector, shapes);
    if (starts === undefined) return undefined;
    for (const start of starts) all.add(start);
  }
  return all;
}

/** What neighbours of any kind lead to the shapes: the step itself looks at the kind. */
function neighborsAgainst(
  graph: NeighborGraph,
  { direction, relationships }: Extract<SelectorStep, { kind: "neighbors" }>,
  shapes: ReadonlySet<Shape>,
): ReadonlySet<Shape> {
  const hasTraits = relationships.includes("trait");
  const found = new Set<Shape>();
  const add = (neighbors: readonly Relationship[], end: "from" | "to"): void => {
    for (const { [end]: shape } of neighbors) if (shape !== undefined) found.add(shape);
  };
  for (const shape of shapes) {
    if (direction === "forward") {
      add(graph.to(shape.id), "from");
      if (hasTraits) add(graph.carriersOf(shape.id), "from");
    } else {
      add(graph.from(shape), "to");
      if (hasTraits) add(graph.traitsOf(shape), "to");
    }
  }
  return found;
}

/** Whether a step, or one within it, may name an attribute that shapes do not have. */
function canFail(step: SelectorStep): boolean {
  switch (step.kind) {
    case "attribute":
      return !isTraitPath(step.path);
    case "scoped":
      return true;
    case "store":
      return step.selector.some(canFail);
    case "function":
      return step.selectors.some((steps) => steps.some(canFail));
    default:
      return false;
  }
}

function isTraitPath([first, trait, ...others]: AttributePath): boolean {
  return first === "trait" && others.length === 0 && trait !== undefined && isShapeId(absoluteTraitId(trait));
}
