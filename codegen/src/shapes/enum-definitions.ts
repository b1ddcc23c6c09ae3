import { createNodeObject, isNodeArray, type Node, type NodeObject } from "./node.js";
import type { EnumShape, MemberShape } from "./shape.js";

/** The members of an enum as the `enum` trait of version 1.0 lists them ("enum trait"). */
export function enumDefinitions(shape: EnumShape): readonly NodeObject[] {
  return [...shape.members.values()].map(enumDefinition);
}

function enumDefinition(member: MemberShape): NodeObject {
  const definition = createNodeObject();
  definition["value"] = valueOf(member, "enumValue") ?? member.name;
  definition["name"] = member.name;
  const documentation = valueOf(member, "documentation");
  if (documentation !== undefined) definition["documentation"] = documentation;
  const tags = tagsOf(member);
  if (tags.length > 0) definition["tags"] = tags;
  if (valueOf(member, "deprecated") !== undefined) definition["deprecated"] = true;
  return definition;
}

/** Version 1.0 says of a value that it is internal by a tag. */
function tagsOf(member: MemberShape): readonly Node[] {
  const listed = valueOf(member, "tags");
  const tags = isNodeArray(listed) ? listed : [];
  return valueOf(member, "internal") === undefined || tags.includes("internal") ? tags : [...tags, "internal"];
}

function valueOf(member: MemberShape, name: string): Node | undefined {
  return member.traits.get(`smithy.api#${name}`)?.value;
}
