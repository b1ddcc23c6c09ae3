import type { Model } from "../shapes/model.js";
import { neighborGraph } from "../shapes/neighbors.js";
import { oncePerKey } from "../shapes/once-per-model.js";
import type { Shape } from "../shapes/shape.js";
import { parseSelector } from "./parse-selector.js";
import { evaluate, isFilter, type Selection } from "./select.js";
import { startsFor } from "./starts-for.js";

/** {@link parseSelector} for a selector that stands in the model; each text is parsed once per model. */
export const selectorIn = oncePerKey((_: Model, text: string) => parseSelector(text));

/**
 * All shapes that a selector which stands in the model selects; evaluated once per model. Nothing, with the problem, where
 * the text is no selector.
 */
export const selectionIn = oncePerKey((model, text: string): Selection => {
  const { selector, problem } = selectorIn(model, text);
  return selector === undefined ? { shapes: new Set(), problem: problem.message } : evaluate(model, selector);
});

/**
 * The shapes of those given that a selector which stands in the model matches. The result may hold others too: what is no mere
 * filter is evaluated for the whole model, once.
 */
export function matchingIn(model: Model, text: string, shapes: Iterable<Shape>): Selection {
  const { selector } = selectorIn(model, text);
  return selector !== undefined && isFilter(selector) ? evaluate(model, selector, shapes) : selectionIn(model, text);
}

/**
 * {@link matchingIn} for many shapes at once: what is no mere filter begins where it can lead to them. The result may lack
 * other shapes that the selector matches.
 */
export function matchingAmong(model: Model, text: string, shapes: ReadonlySet<Shape>): Selection {
  const { selector } = selectorIn(model, text);
  if (selector === undefined || isFilter(selector)) return matchingIn(model, text, shapes);
  const starts = startsFor(neighborGraph(model), selector.steps, shapes);
  return starts === undefined ? selectionIn(model, text) : evaluate(model, selector, starts);
}
