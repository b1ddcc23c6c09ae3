import type { MemberShape, StructureShape } from "../shapes/shape.js";

/**
 * Whether whoever reads a structure may count on the member (Smithy 2.0, "Structure member optionality").
 *
 * An authoritative consumer owns the model: `@required` holds on input and output alike. Any other client must tolerate that
 * `@clientOptional` members and those of `@input` structures lose the trait in a later version of the model.
 */
export function isRequiredMember(
  structure: StructureShape,
  member: MemberShape,
  optionality: "authoritative" | "client",
): boolean {
  if (!member.traits.has("smithy.api#required")) return false;
  if (optionality === "authoritative") return true;
  return !member.traits.has("smithy.api#clientOptional") && !structure.traits.has("smithy.api#input");
}
