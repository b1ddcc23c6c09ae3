import type { NeighborGraph, Relationship } from "../shapes/neighbors.js";
import type { Shape } from "../shapes/shape.js";
import { type Emit, type Evaluation, gives, handOn, type Matcher } from "./evaluation.js";
import { startingShapes } from "./starting-shapes.js";

/** Kinds of relationships that selectors have no name for. */
const unnamed: ReadonlySet<string> = new Set(["container", "idRef", "target"]);

/** The operations of a resource that `instanceOperation`, a former relationship, led to. */
const instanceOperations: ReadonlySet<string> = new Set(["delete", "operation", "put", "read", "update"]);

/**
 * "Neighbors": the shapes at the other end of relationships, by name or all of them. From a member to its container leads
 * none. Two names of former relationships go on working: `bound` and `instanceOperation`.
 */
export function matchNeighbors(direction: "forward" | "reverse", relationships: readonly string[]): Matcher {
  const names = new Set(relationships.filter((name) => !unnamed.has(name)));
  const isBound = names.delete("bound");
  const isInstance = names.delete("instanceOperation");
  const hasTraits = names.has("trait");
  const matches = ({ kind }: Relationship): boolean =>
    relationships.length === 0 ? kind !== "container" : names.has(kind);
  const matchers: Matcher[] = [
    (evaluation, shape, emit) => {
      const neighbors = neighborsOf(evaluation.graph, shape, direction, hasTraits);
      return handOnNeighbors(evaluation, neighbors, direction, matches, emit);
    },
  ];
  if (isBound) matchers.push(matchBound);
  if (isInstance) {
    matchers.push((evaluation, shape, emit) => {
      if (shape.kind !== "resource") return true;
      const neighbors = neighborsOf(evaluation.graph, shape, direction, false);
      return handOnNeighbors(evaluation, neighbors, direction, ({ kind }) => instanceOperations.has(kind), emit);
    });
  }
  return (evaluation, shape, emit) => matchers.every((matcher) => matcher(evaluation, shape, emit));
}

function neighborsOf(
  graph: NeighborGraph,
  shape: Shape,
  direction: "forward" | "reverse",
  hasTraits: boolean,
): readonly Relationship[] {
  const neighbors = direction === "forward" ? graph.from(shape) : graph.to(shape.id);
  if (!hasTraits) return neighbors;
  return [...neighbors, ...(direction === "forward" ? graph.traitsOf(shape) : graph.carriersOf(shape.id))];
}

function handOnNeighbors(
  evaluation: Evaluation,
  neighbors: readonly Relationship[],
  direction: "forward" | "reverse",
  matches: (relationship: Relationship) => boolean,
  emit: Emit,
): boolean {
  for (const neighbor of neighbors) {
    if (neighbor.to === undefined || !matches(neighbor)) continue;
    if (!handOn(evaluation, direction === "forward" ? neighbor.to : neighbor.from, emit)) return false;
  }
  return true;
}

/** The resources and then the services that a resource is bound to. */
function matchBound(evaluation: Evaluation, shape: Shape, emit: Emit): boolean {
  if (shape.kind !== "resource") return true;
  for (const type of ["resource", "service"]) {
    for (const holder of startingShapes(evaluation.model, [{ kind: "type", type }])) {
      if (holder.kind !== "resource" && holder.kind !== "service") continue;
      if (holder.resources.includes(shape.id) && !handOn(evaluation, holder, emit)) return false;
    }
  }
  return true;
}

/** "Recursive neighbors": all that relationships lead to, nearest first, without the shape itself. */
export function matchRecursiveNeighbors(evaluation: Evaluation, shape: Shape, emit: Emit): boolean {
  const found = new Set<Shape>([shape]);
  for (const from of found) {
    if (from !== shape && !handOn(evaluation, from, emit)) return false;
    for (const { kind, to } of evaluation.graph.from(from)) {
      if (kind !== "container" && to !== undefined) found.add(to);
    }
  }
  return true;
}

/**
 * ":topdown": from a service, resource or operation down to what is bound to it. A shape that the first selector matches
 * qualifies, with what is below it; one that the second matches no longer.
 */
export function matchTopDown(qualifies: Matcher | undefined, disqualifies: Matcher | undefined): Matcher {
  return (evaluation, shape, emit) => {
    if (shape.kind !== "service" && shape.kind !== "resource" && shape.kind !== "operation") return true;
    const visited = new Set<Shape>();
    const open = [{ next: shape as Shape, above: false }];
    for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
      const { next, above } = entry;
      if (visited.has(next)) continue;
      visited.add(next);
      let isQualified = above || (qualifies !== undefined && gives(evaluation, next, qualifies));
      if (isQualified && disqualifies !== undefined && gives(evaluation, next, disqualifies)) isQualified = false;
      if (isQualified && !handOn(evaluation, next, emit)) return false;
      const below = evaluation.graph
        .from(next)
        .filter(({ kind, to }) => to !== next && (kind === "resource" || kind === "operation"));
      for (const { to } of below.toReversed()) {
        if (to !== undefined) open.push({ next: to, above: isQualified });
      }
    }
    return true;
  };
}
