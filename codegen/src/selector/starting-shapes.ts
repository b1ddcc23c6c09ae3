import type { Model } from "../shapes/model.js";
import type { Shape, ShapeKind } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { absoluteTraitId } from "./attribute-value.js";
import type { SelectorSteps } from "./selector.js";
import { kindsOf } from "./shape-types.js";

/** Every shape of a model, bundled ones and members included. */
interface ShapeLists {
  readonly all: readonly Shape[];
  readonly byKind: ReadonlyMap<ShapeKind, readonly Shape[]>;
  readonly byTrait: ReadonlyMap<ShapeId, readonly Shape[]>;
}

const lists = new WeakMap<Model, ShapeLists>();

function listsOf(model: Model): ShapeLists {
  let known = lists.get(model);
  if (known === undefined) {
    known = listShapes(model);
    lists.set(model, known);
  }
  return known;
}

function listShapes(model: Model): ShapeLists {
  const all: Shape[] = [];
  const byKind = new Map<ShapeKind, Shape[]>();
  const byTrait = new Map<ShapeId, Shape[]>();
  const add = (shape: Shape): void => {
    all.push(shape);
    addTo(byKind, shape.kind, shape);
    for (const trait of shape.traits.keys()) addTo(byTrait, trait, shape);
  };
  for (const root of model.shapes.values()) {
    add(root);
    for (const member of root.members.values()) add(member);
  }
  return { all, byKind, byTrait };
}

function addTo<Key>(map: Map<Key, Shape[]>, key: Key, shape: Shape): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [shape]);
  else known.push(shape);
}

/** Shapes and members that carry a trait, bundled ones included. */
export function carriersOf(model: Model, trait: ShapeId): readonly Shape[] {
  return listsOf(model).byTrait.get(trait) ?? [];
}

/** The shapes that the first step of a selector can let through: no others need be looked at. */
export function startingShapes(model: Model, [first]: SelectorSteps): readonly Shape[] {
  const { all, byKind, byTrait } = listsOf(model);
  if (first?.kind === "type") {
    return [...kindsOf(first.type)].flatMap((kind) => byKind.get(kind) ?? []);
  }
  if (first?.kind === "attribute" && first.path[0] === "trait" && first.comparison === undefined) {
    const trait = first.path[1];
    // Enums count as carrying a trait that stands nowhere in the model.
    if (trait === undefined || trait.startsWith("(") || trait === "enum" || trait === "smithy.api#enum") return all;
    return byTrait.get(absoluteTraitId(trait)) ?? [];
  }
  return all;
}
