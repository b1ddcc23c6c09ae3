import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { parseSelector } from "../../../selector/parse-selector.js";
import { evaluate } from "../../../selector/select.js";
import type { Selector } from "../../../selector/selector.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { neighborGraph } from "../../../shapes/neighbors.js";
import { nodeKind, type NodeObject, nodeMember } from "../../../shapes/node.js";
import type { Shape } from "../../../shapes/shape.js";
import type { Linter } from "../../rule.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";
import { selectorFailure } from "./selector-failure.js";

const code = "UnreferencedShape";

/**
 * `UnreferencedShape`: a shape to which nothing leads from services, or from what `rootShapeSelector` matches, or from trait
 * definitions and types of metadata; members, mixins and ID references lead on ("UnreferencedShape").
 */
export const unreferencedShapeLinter: Linter = (configuration) => {
  const root = readRoot(configuration);
  return "problem" in root ? root : { rule: (model) => findUnreferenced(model, root.selector) };
};

function readRoot(configuration: NodeObject): { readonly selector: Selector } | { readonly problem: string } {
  const name = "rootShapeSelector";
  const others = Object.keys(configuration).filter((key) => key !== name);
  if (others.length > 0) {
    const possible = `Expected an object with possible properties of \`${name}\``;
    return { problem: `${possible}, but found additional properties: ${tickedList(others)}` };
  }
  const text = nodeMember(configuration, name) ?? "service";
  if (typeof text !== "string") return { problem: `Expected \`${name}\` to be a string; found ${nodeKind(text)}` };
  const { selector, problem } = parseSelector(text);
  return selector === undefined ? { problem: `Error parsing \`${name}\`: ${problem.message}` } : { selector };
}

function findUnreferenced(model: Model, selector: Selector): readonly Diagnostic[] {
  const { shapes, problem } = evaluate(model, selector);
  if (problem !== undefined) return [selectorFailure(code, selector, problem)];
  const referenced = referencedShapes(model, shapes);
  const message = `This shape is unreferenced. It has no modeled connections to shapes that match the following selector: \`${selector.text}\``;
  return modelIndex(model)
    .roots.filter((shape) => !referenced.has(shape))
    .map((shape) => shapeFinding("NOTE", code, shape, message));
}

function referencedShapes(model: Model, roots: Iterable<Shape>): ReadonlySet<Shape> {
  const graph = neighborGraph(model);
  const found = new Set<Shape>(roots);
  for (const shape of model.shapes.values()) {
    if (shape.traits.has("smithy.api#trait") || shape.traits.has("smithy.api#metadata")) found.add(shape);
  }
  // The set grows while it is walked: each shape once, whatever cycle they form.
  for (const shape of found) {
    for (const { to } of graph.from(shape)) if (to !== undefined) found.add(to);
    for (const { to } of graph.idRefsOf(shape)) if (to !== undefined) found.add(to);
  }
  return found;
}
