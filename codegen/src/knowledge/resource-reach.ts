import type { Model } from "../shapes/model.js";
import { modelIndex } from "../shapes/model-index.js";
import { neighborGraph } from "../shapes/neighbors.js";
import { oncePerModel } from "../shapes/once-per-model.js";
import type { ResourceShape, Shape } from "../shapes/shape.js";
import { components } from "./graph-components.js";

/** Bits of a number that bit operations work on. */
const wordSize = 32;

/**
 * Whether a resource leads to a shape or member, whatever lies between. What each resource of a model reaches is found for all of
 * them in one pass: a bit a resource, handed down from each component of the neighbour graph to those that it leads to.
 */
export const resourceReach = oncePerModel(findReach);

function findReach(model: Model): (resource: ResourceShape, shape: Shape) => boolean {
  const resources = modelIndex(model).ofKind("resource");
  const targetsOf = referencesIn(model);
  const found = components<Shape>(resources, targetsOf);
  const componentOf = new Map<Shape, number>();
  for (const [index, { items }] of found.entries()) for (const item of items) componentOf.set(item, index);
  const bitOf = new Map(resources.map((resource, index) => [resource, index]));
  const words = Math.ceil(resources.length / wordSize);
  const reached = new Uint32Array(found.length * words);
  const placeOf = (component: number, bit: number): number => component * words + Math.floor(bit / wordSize);
  for (const [resource, bit] of bitOf) {
    const place = placeOf(componentOf.get(resource) ?? 0, bit);
    reached[place] = (reached[place] ?? 0) | (1 << (bit % wordSize));
  }
  // What leads to a component comes after it.
  for (let component = found.length - 1; component >= 0; component -= 1) {
    for (const item of found[component]?.items ?? []) {
      for (const target of targetsOf(item)) handDown(reached, words, component, componentOf.get(target) ?? component);
    }
  }
  return (resource, shape) => {
    const [bit, component] = [bitOf.get(resource), componentOf.get(shape)];
    if (bit === undefined || component === undefined) return false;
    return ((reached[placeOf(component, bit)] ?? 0) & (1 << (bit % wordSize))) !== 0;
  };
}

function handDown(reached: Uint32Array, words: number, from: number, to: number): void {
  for (let word = 0; word < words; word += 1) {
    const place = to * words + word;
    reached[place] = (reached[place] ?? 0) | (reached[from * words + word] ?? 0);
  }
}

/** What a shape refers to. That a member belongs to its shape is no reference. */
function referencesIn(model: Model): (shape: Shape) => readonly Shape[] {
  const { from } = neighborGraph(model);
  return (shape) => from(shape).flatMap(({ kind, to }) => (kind === "container" || to === undefined ? [] : [to]));
}
