import type { Model } from "../shapes/model.js";
import type { AppliedTrait } from "../shapes/shape.js";
import { checkNode } from "./node/check-node.js";
import type { NodeFinding } from "./node/node-check.js";

const cache = new WeakMap<Model, Map<AppliedTrait, readonly NodeFinding[]>>();

/** How a trait's value does not fit the trait's shape: two rules ask for it. Nothing for a trait that no file defines. */
export function traitFindings(model: Model, trait: AppliedTrait): readonly NodeFinding[] {
  let known = cache.get(model);
  if (known === undefined) {
    known = new Map();
    cache.set(model, known);
  }
  let findings = known.get(trait);
  if (findings === undefined) {
    const definition = model.shapes.get(trait.id);
    findings = definition === undefined ? [] : checkNode(model, definition, trait.value);
    known.set(trait, findings);
  }
  return findings;
}
