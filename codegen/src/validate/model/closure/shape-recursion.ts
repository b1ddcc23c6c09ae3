import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { cyclesThrough, cyclicComponents } from "../../../knowledge/graph-components.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { neighborGraph } from "../../../shapes/neighbors.js";
import type { Shape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";
import { endlessUnions } from "./endless-unions.js";

const code = "ShapeRecursion";

/** How many steps to search for cycles: a few hundred required members can form more of them than anyone waits for. */
const mostSteps = 100_000;

/** Longer paths are cut in messages. */
const longestPath = 200;

/** `ShapeRecursion`: values of a shape can end ("Recursive shape definitions"). */
export function* shapeRecursionRule(model: Model): Iterable<Diagnostic> {
  const { ofKind } = modelIndex(model);
  const collections = [...ofKind("list"), ...ofKind("map")];
  yield* checkCycles(collections, collectionSteps(model), (path) => {
    return `Found invalid shape recursion: ${path}. A recursive list, set, or map shape is only valid if an intermediate reference is through a union or structure.`;
  });
  yield* checkCycles(ofKind("structure"), requiredSteps(model), (path) => {
    return `Found invalid shape recursion: ${path}. A structure cannot be mutually recursive through all required members.`;
  });
  for (const union of endlessUnions(model)) {
    yield shapeFinding("ERROR", code, union, "It is impossible to create instances of this recursive union");
  }
}

type Steps = (shape: Shape) => readonly Shape[];

/** From a list or map to its members and mixins, from a member to its target. */
function collectionSteps(model: Model): Steps {
  const { from } = neighborGraph(model);
  return (shape) => {
    if (shape.kind === "structure" || shape.kind === "union") return [];
    const steps = from(shape).filter(({ kind }) => kind !== "container");
    return steps.map(({ to }) => to).filter((to) => to !== undefined);
  };
}

/** From a structure to its required members, from a member to its target. */
function requiredSteps(model: Model): Steps {
  return (shape) => {
    if (shape.kind === "member") {
      const target = model.shapes.get(shape.target);
      return target === undefined ? [] : [target];
    }
    if (shape.kind !== "structure") return [];
    return [...shape.members.values()].filter(({ traits }) => traits.has("smithy.api#required"));
  };
}

function* checkCycles(
  starts: readonly Shape[],
  steps: Steps,
  describe: (path: string) => string,
): Iterable<Diagnostic> {
  const budget = { steps: mostSteps };
  const wanted = new Set(starts);
  for (const component of cyclicComponents(starts, steps)) {
    const within = new Set(component);
    for (const start of component) {
      if (!wanted.has(start)) continue;
      for (const cycle of cyclesThrough(start, steps, within, budget)) {
        const ids = cycle.map(({ id }) => id);
        const path = ids.length > longestPath ? [...ids.slice(0, longestPath), "..."] : ids;
        yield shapeFinding("ERROR", code, start, describe(path.join(" > ")));
      }
    }
  }
}
