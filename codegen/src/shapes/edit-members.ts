import type { MemberShape, RootShape } from "./shape.js";

/** A shape with each member edited, undefined for one that goes; the same object where nothing changes. */
export function withMembers(shape: RootShape, edit: (member: MemberShape) => MemberShape | undefined): RootShape {
  let members: Map<string, MemberShape> | undefined;
  for (const member of shape.members.values()) {
    const edited = edit(member);
    if (edited === member) continue;
    members ??= new Map(shape.members);
    if (edited === undefined) members.delete(member.name);
    else members.set(member.name, edited);
  }
  return members === undefined ? shape : setMembers(shape, members);
}

/** The shape with these members; those of a list or map keep their places. */
export function setMembers(shape: RootShape, members: ReadonlyMap<string, MemberShape>): RootShape {
  if (shape.kind === "list") return { ...shape, members, member: members.get("member") ?? shape.member };
  if (shape.kind !== "map") return { ...shape, members };
  return { ...shape, members, key: members.get("key") ?? shape.key, value: members.get("value") ?? shape.value };
}
