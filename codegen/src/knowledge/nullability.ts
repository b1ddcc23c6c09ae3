import type { Model } from "../shapes/model.js";
import { isNodeNumber, type Node } from "../shapes/node.js";
import type { MemberShape, ShapeKind } from "../shapes/shape.js";

const zeroNumbers: ReadonlySet<ShapeKind> = new Set(["byte", "short", "integer", "intEnum", "long", "float", "double"]);

/** Whether values of the kind were there without being asked for in IDL 1.0: `false` or 0. */
export function hasZeroValue(kind: ShapeKind): boolean {
  return kind === "boolean" || zeroNumbers.has(kind);
}

/** Whether a default is what IDL 1.0 took for absent: `false` or 0. */
export function isZeroValue(value: Node, kind: ShapeKind | undefined): boolean {
  if (kind === undefined) return false;
  if (kind === "boolean") return value === false;
  return zeroNumbers.has(kind) && isNodeNumber(value) && Number(String(value)) === 0;
}

/**
 * Whether clients that do not own the model must count on the member being absent (Smithy 2.0, "Structure member
 * optionality"): in a structure unless it is required or has a default, in a list or map when that is sparse.
 */
export function isNullableForClients(model: Model, member: MemberShape): boolean {
  const container = model.shapes.get(member.container);
  switch (container?.kind) {
    case "structure":
      if (member.traits.has("smithy.api#clientOptional") || container.traits.has("smithy.api#input")) return true;
      return isNullable(member);
    case "map":
      return member.name !== "key" && container.traits.has("smithy.api#sparse");
    case "list":
      return container.traits.has("smithy.api#sparse");
    default:
      return false;
  }
}

/** A default of null is none. */
function isNullable({ traits }: MemberShape): boolean {
  const value = traits.get("smithy.api#default")?.value ?? null;
  return !traits.has("smithy.api#required") && value === null;
}
