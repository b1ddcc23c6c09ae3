import { addToGroup } from "./group-by.js";
import { isBundled, type Model } from "./model.js";
import { oncePerModel } from "./once-per-model.js";
import type { RootShape, Shape, ShapeKind, ShapeOfKind } from "./shape.js";
import type { ShapeId } from "./shape-id.js";

/** Where to find the shapes of a model that its own files define, without what is bundled. In model order. */
export interface ModelIndex {
  /** Root shapes. */
  readonly roots: readonly RootShape[];
  /** Root shapes, each followed by its members. */
  readonly shapes: readonly Shape[];
  /** Root shapes and members that carry the trait, mixins applied. */
  withTrait(trait: ShapeId): readonly Shape[];
  /** Members, or the root shapes of one kind. */
  ofKind<Kind extends ShapeKind>(kind: Kind): readonly ShapeOfKind<Kind>[];
}

/** The index of a model; computed once per model. */
export const modelIndex = oncePerModel(buildIndex);

function buildIndex(model: Model): ModelIndex {
  const roots: RootShape[] = [];
  const shapes: Shape[] = [];
  const byTrait = new Map<ShapeId, Shape[]>();
  const byKind = new Map<ShapeKind, Shape[]>();
  const add = (shape: Shape): void => {
    shapes.push(shape);
    addToGroup(byKind, shape.kind, shape);
    for (const trait of shape.traits.keys()) addToGroup(byTrait, trait, shape);
  };
  for (const root of model.shapes.values()) {
    if (isBundled(model, root.id)) continue;
    roots.push(root);
    add(root);
    for (const member of root.members.values()) add(member);
  }
  return {
    roots,
    shapes,
    withTrait: (trait) => byTrait.get(trait) ?? [],
    ofKind: (kind) => {
      const group = byKind.get(kind) ?? [];
      return isGroupOf(group, kind) ? group : [];
    },
  };
}

/** All shapes of a group have one kind, so the first one tells. */
function isGroupOf<Kind extends ShapeKind>(group: readonly Shape[], kind: Kind): group is readonly ShapeOfKind<Kind>[] {
  return group[0]?.kind === kind;
}

/** The root shape of a member; for a root shape, itself. */
export function rootOf(model: Model, shape: Shape): RootShape | undefined {
  return shape.kind === "member" ? model.shapes.get(shape.container) : shape;
}

/** The shape that a member targets; for a root shape, itself. Undefined where the reference leads nowhere. */
export function resolveTarget(model: Model, shape: Shape): RootShape | undefined {
  return shape.kind === "member" ? model.shapes.get(shape.target) : shape;
}
