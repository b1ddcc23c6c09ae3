import { addToGroup } from "../shapes/group-by.js";
import type { Model } from "../shapes/model.js";
import { oncePerModel } from "../shapes/once-per-model.js";
import type { Shape, ShapeKind } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { isImplied } from "../shapes/visible-traits.js";
import { absoluteTraitId } from "./attribute-value.js";
import type { SelectorSteps } from "./selector.js";
import { kindsOf } from "./shape-types.js";

/** Every shape of a model, bundled ones and members included. */
interface ShapeLists {
  readonly all: readonly Shape[];
  readonly byKind: ReadonlyMap<ShapeKind, readonly Shape[]>;
  readonly byTrait: ReadonlyMap<ShapeId, readonly Shape[]>;
}

const listsOf = oncePerModel(listShapes);

function listShapes(model: Model): ShapeLists {
  const all: Shape[] = [];
  const byKind = new Map<ShapeKind, Shape[]>();
  const byTrait = new Map<ShapeId, Shape[]>();
  const add = (shape: Shape): void => {
    all.push(shape);
    addToGroup(byKind, shape.kind, shape);
    for (const trait of shape.traits.keys()) addToGroup(byTrait, trait, shape);
  };
  for (const root of model.shapes.values()) {
    add(root);
    for (const member of root.members.values()) add(member);
  }
  return { all, byKind, byTrait };
}

/**
 * The shapes that the first step of a selector can let through: no others need be looked at. Two oddities are Smithy's: a `set`
 * in front takes no lists but sets, and with more than the name of the `enum` trait no enum shapes are found.
 */
export function startingShapes(model: Model, [first]: SelectorSteps): readonly Shape[] {
  const { all, byKind, byTrait } = listsOf(model);
  if (first?.kind === "type") {
    const shapes = [...kindsOf(first.type)].flatMap((kind) => byKind.get(kind) ?? []);
    // Sets became lists of unique items when they were loaded.
    return first.type === "set" ? shapes.filter(({ traits }) => traits.has("smithy.api#uniqueItems")) : shapes;
  }
  if (first?.kind !== "attribute" || first.path[0] !== "trait" || first.comparison !== undefined) return all;
  const [, trait] = first.path;
  if (trait === undefined || trait.startsWith("(")) return all;
  const id = absoluteTraitId(trait);
  const mayBeImplied = isImplied(id) && (first.path.length === 2 || id !== "smithy.api#enum");
  return mayBeImplied ? all : (byTrait.get(id) ?? []);
}
