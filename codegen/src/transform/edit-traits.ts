import type { Node } from "../shapes/node.js";
import type { AppliedTrait, MemberShape, RootShape, Shape, Traits } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { withMembers } from "../shapes/edit-members.js";

/** What becomes of one trait: another value, or undefined where it goes. The same object where it stays. */
export type TraitEdit = (trait: AppliedTrait, shape: Shape) => AppliedTrait | undefined;

/** A shape with each trait of it and of its members edited; the same object where nothing changes. */
export function editTraits(shape: RootShape, edit: TraitEdit): RootShape {
  return withMembers(editOwnTraits(shape, edit), (member) => editOwnTraits(member, edit));
}

/** {@link editTraits} without the members. */
export function editOwnTraits<Edited extends RootShape | MemberShape>(shape: Edited, edit: TraitEdit): Edited {
  const traits = editEach(shape, shape.traits, edit);
  if (traits === shape.traits) return shape;
  const isAlone = shape.introducedTraits === shape.traits;
  return { ...shape, traits, introducedTraits: isAlone ? traits : editEach(shape, shape.introducedTraits, edit) };
}

function editEach(shape: Shape, traits: Traits, edit: TraitEdit): Traits {
  let edited: Map<ShapeId, AppliedTrait> | undefined;
  for (const [id, trait] of traits) {
    const result = edit(trait, shape);
    if (result === trait) continue;
    edited ??= new Map(traits);
    if (result === undefined) edited.delete(id);
    else edited.set(id, result);
  }
  return edited ?? traits;
}

/** The shape without the traits, its members left alone; the same object where it has none of them. */
export function withoutTraits<Edited extends RootShape | MemberShape>(
  shape: Edited,
  ids: ReadonlySet<ShapeId>,
): Edited {
  return editOwnTraits(shape, (trait) => (ids.has(trait.id) ? undefined : trait));
}

/** The shape with the trait, which replaces one of the same ID. */
export function withTrait<Edited extends RootShape | MemberShape>(shape: Edited, id: ShapeId, value: Node): Edited {
  const trait: AppliedTrait = { id, value, location: shape.location };
  return {
    ...shape,
    traits: new Map([...shape.traits, [id, trait]]),
    introducedTraits: new Map([...shape.introducedTraits, [id, trait]]),
  };
}
