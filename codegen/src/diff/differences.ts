import { tableOrder, textHash } from "../shapes/hash-order.js";
import { modelIndex } from "../shapes/model-index.js";
import { findShape, isBundled, type Model } from "../shapes/model.js";
import { equalNodes } from "../shapes/node-equality.js";
import type { AppliedTrait, Shape, ShapeKind, ShapeOfKind } from "../shapes/shape.js";
import { memberNameOf, nameOf, namespaceOf, type ShapeId } from "../shapes/shape-id.js";

/** A trait that only one of two shapes has, or that they have with different values. */
export interface TraitChange {
  readonly id: ShapeId;
  readonly before: AppliedTrait | undefined;
  readonly after: AppliedTrait | undefined;
}

/** A shape of the old model beside that of the new one. They have the same ID unless targets are compared. */
export interface ShapePair<Of extends Shape = Shape> {
  readonly before: Of;
  readonly after: Of;
  readonly traits: readonly TraitChange[];
}

/** What distinguishes two models, without judgement. Bundled shapes do not count. */
export interface Differences {
  readonly oldModel: Model;
  readonly newModel: Model;
  readonly added: readonly Shape[];
  readonly removed: readonly Shape[];
  /** Shapes that both models have, equal ones among them, unless both have the very same object. */
  readonly pairs: readonly ShapePair[];
  /** Targets that are being compared, as `old new`, while this is a part of that comparison. */
  readonly comparing?: ReadonlySet<string> | undefined;
}

/** Compares two models shape by shape, in model order. A shape that both models share as one object has not changed, and is in no pair. */
export function findDifferences(oldModel: Model, newModel: Model): Differences {
  const added: Shape[] = [];
  const removed: Shape[] = [];
  const pairs: ShapePair[] = [];
  for (const before of modelIndex(oldModel).shapes) {
    const after = findShape(newModel, before.id);
    if (after === undefined || isBundled(newModel, before.id)) removed.push(before);
    else if (before !== after) pairs.push(pairOf(before, after));
  }
  for (const after of modelIndex(newModel).shapes) {
    if (findShape(oldModel, after.id) === undefined || isBundled(oldModel, after.id)) added.push(after);
  }
  return { oldModel, newModel, added, removed, pairs };
}

/** Two shapes with the traits in which they differ, also where they are not two versions of one shape: targets of a member, say. */
export function pairOf<Of extends Shape>(before: Of, after: Of): ShapePair<Of> {
  return { before, after, traits: findTraitChanges(before, after) };
}

/** The pairs in which both shapes are of one of the kinds. */
export function pairsOfKind<Kind extends ShapeKind>(
  { pairs }: Differences,
  ...kinds: readonly Kind[]
): readonly ShapePair<ShapeOfKind<Kind>>[] {
  const isOfKind = (shape: Shape): shape is ShapeOfKind<Kind> => (kinds as readonly ShapeKind[]).includes(shape.kind);
  return pairs.flatMap(({ before, after, traits }) =>
    isOfKind(before) && isOfKind(after) ? [{ before, after, traits }] : [],
  );
}

/** The change of one trait; undefined where there is none. */
export function traitChange({ traits }: ShapePair, id: ShapeId): TraitChange | undefined {
  return traits.find((change) => change.id === id);
}

/** True when only the new shape has the trait: cheaper than {@link traitChange}, which is asked for values. */
export function isTraitAdded({ before, after }: ShapePair, id: ShapeId): boolean {
  return !before.traits.has(id) && after.traits.has(id);
}

/** True when only the old shape has the trait. */
export function isTraitRemoved({ before, after }: ShapePair, id: ShapeId): boolean {
  return before.traits.has(id) && !after.traits.has(id);
}

/** True when both shapes have the trait, whatever its values. */
export function isTraitInBoth({ before, after }: ShapePair, id: ShapeId): boolean {
  return before.traits.has(id) && after.traits.has(id);
}

function findTraitChanges(before: Shape, after: Shape): readonly TraitChange[] {
  const changes: TraitChange[] = [];
  for (const [id, trait] of before.traits) {
    const other = after.traits.get(id);
    if (other === undefined || !equalNodes(trait.value, other.value)) changes.push({ id, before: trait, after: other });
  }
  for (const [id, trait] of after.traits) {
    if (!before.traits.has(id)) changes.push({ id, before: undefined, after: trait });
  }
  return changes.length < 2 ? changes : inReportedOrder(changes);
}

/**
 * Smithy keeps the traits that changed in a hash table, and the message about a changed target lists them as they come out of
 * it. The order is that of their places in the table, which a shape ID's hash code decides.
 */
function inReportedOrder(changes: readonly TraitChange[]): readonly TraitChange[] {
  return tableOrder(changes, ({ id }) => hashOf(id));
}

function hashOf(id: ShapeId): number {
  const member = memberNameOf(id);
  const namespace = Math.imul(textHash(namespaceOf(id)), 31 * 31);
  return (17 + namespace + Math.imul(textHash(nameOf(id)), 17) + (member === undefined ? 0 : textHash(member))) | 0;
}
