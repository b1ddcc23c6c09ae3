import { isRequiredMember } from "./optionality.js";
import type { Dialect } from "./protocols.js";
import type { Model } from "../shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** The union of the events that an input or output streams ("Event streams"); undefined for one without an event stream. */
export function eventStreamOf(model: Model, structure: ShapeId): UnionShape | undefined {
  const members = [...(model.shapes.get(structure)?.members.values() ?? [])];
  return members
    .map(({ target }) => model.shapes.get(target))
    .filter((shape) => shape?.kind === "union")
    .findLast(({ traits }) => traits.has("smithy.api#streaming"));
}

/** The member of an input or output that is its event stream. */
export function eventMemberOf(model: Model, structure: StructureShape): MemberShape | undefined {
  return [...structure.members.values()].find(({ target }) => {
    const shape = model.shapes.get(target);
    return shape?.kind === "union" && shape.traits.has("smithy.api#streaming");
  });
}

/** Whether an input or output has, besides its stream, nothing, or members that must be there; undefined where all may be missing. */
export function othersOf(
  structure: StructureShape,
  stream: MemberShape,
  optionality: "authoritative" | "client",
): "none" | "required" | undefined {
  const others = [...structure.members.values()].filter((member) => member !== stream);
  if (others.length === 0) return "none";
  return others.some((member) => isRequiredMember(structure, member, optionality)) ? "required" : undefined;
}

/** The media type of payloads of events that are documents, in a protocol without HTTP bindings (Amazon Event Stream, "Message Events"). */
export function eventMediaTypeOf(dialect: Dialect): string {
  return dialect === "cbor" ? "application/cbor" : "application/json";
}
