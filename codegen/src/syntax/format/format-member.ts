import type { EnumMember, ShapeMember, ValueAssignment } from "../tree.js";
import type { BodyItem } from "./format-body.js";
import { nodeDoc } from "./format-node.js";
import { traitsDoc } from "./format-trait.js";
import type { Doc } from "./doc.js";
import { type Layout, sourceText } from "./layout.js";

/** `EnumShapeMember` or `ShapeMember` */
export function memberItem(layout: Layout, member: EnumMember | ShapeMember): BodyItem {
  const nameStart = member.kind === "elided-member" ? member.name.start - 1 : member.name.start;
  return {
    start: member.traits[0]?.start ?? nameStart,
    end: member.end,
    hasTraits: member.traits.length > 0,
    isAssigned: member.assignment !== undefined,
    doc: [
      traitsDoc(layout, member.traits, nameStart),
      headDoc(layout, member),
      assignmentDoc(layout, member.assignment),
    ],
  };
}

function headDoc(layout: Layout, member: EnumMember | ShapeMember): Doc {
  switch (member.kind) {
    case "enum-member":
      return sourceText(layout, member.name);
    case "elided-member":
      return ["$", sourceText(layout, member.name)];
    default:
      return [sourceText(layout, member.name), ": ", sourceText(layout, member.target)];
  }
}

/** `ValueAssignment` */
function assignmentDoc(layout: Layout, assignment: ValueAssignment | undefined): Doc {
  return assignment === undefined ? "" : [" = ", nodeDoc(layout, assignment.value)];
}
