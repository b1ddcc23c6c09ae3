import { resolveTarget } from "../shapes/model-index.js";
import type { Model } from "../shapes/model.js";
import type { MemberShape, RootShape } from "../shapes/shape.js";
import { withMembers } from "../shapes/edit-members.js";
import { withTrait } from "./edit-traits.js";
import { mapShapes } from "./map-shapes.js";

const clientOptional = "smithy.api#clientOptional";

/**
 * Marks the members that are optional for clients: those of `@input` structures, and those that are neither required nor have a default.
 *
 * @param applyWhenNoDefaultValue - also those that target structures and unions, which have no zero value
 */
export function addClientOptional(model: Model, applyWhenNoDefaultValue: boolean): Model {
  const isOptional = (container: RootShape, member: MemberShape): boolean => {
    if (container.traits.has("smithy.api#input")) return true;
    if (!member.traits.has("smithy.api#required") && !member.traits.has("smithy.api#default")) return true;
    const target = resolveTarget(model, member)?.kind;
    return applyWhenNoDefaultValue && (target === "structure" || target === "union");
  };
  return mapShapes(model, (shape) =>
    withMembers(shape, (member) =>
      member.traits.has(clientOptional) || !isOptional(shape, member) ? member : withTrait(member, clientOptional, {}),
    ),
  );
}
