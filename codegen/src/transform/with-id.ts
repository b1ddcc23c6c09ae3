import type { RootShape } from "../shapes/shape.js";
import { type ShapeId, withMember } from "../shapes/shape-id.js";
import { withMembers } from "../shapes/edit-members.js";

/** The shape under another ID; references to it are not followed. */
export function withId<Kind extends RootShape>(shape: Kind, id: ShapeId): Kind {
  if (shape.id === id) return shape;
  return withMembers({ ...shape, id }, (member) => ({
    ...member,
    id: withMember(id, member.name),
    container: id,
  })) as Kind;
}
