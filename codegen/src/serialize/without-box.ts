import { setMembers } from "../shapes/edit-members.js";
import type { RootShape, Traits } from "../shapes/shape.js";

const boxTrait = "smithy.api#box";

/** A shape without the box traits that a file of version 1.0 gave it: in version 2.0 their defaults say the same. */
export function withoutBox(shape: RootShape): RootShape {
  const members = [...shape.members.values()];
  if (![shape, ...members].some(({ introducedTraits }) => introducedTraits.has(boxTrait))) return shape;
  const unboxed = members.map((member) => ({ ...member, introducedTraits: drop(member.introducedTraits) }));
  const byName = new Map(unboxed.map((member) => [member.name, member]));
  return setMembers({ ...shape, introducedTraits: drop(shape.introducedTraits) }, byName);
}

function drop(traits: Traits): Traits {
  return new Map([...traits].filter(([id]) => id !== boxTrait));
}
