import type { Model } from "../shapes/model.js";
import { withMembers } from "../shapes/edit-members.js";
import { withTrait } from "./edit-traits.js";
import { mapShapes } from "./map-shapes.js";

const clientOptional = "smithy.api#clientOptional";

/** Required members with `@idempotencyToken` become `@clientOptional`, so that clients may leave them to be filled in. */
export function makeIdempotencyTokensClientOptional(model: Model): Model {
  return mapShapes(model, (shape) =>
    withMembers(shape, (member) => {
      const { traits } = member;
      const isRequiredToken = traits.has("smithy.api#required") && traits.has("smithy.api#idempotencyToken");
      return isRequiredToken && !traits.has(clientOptional) ? withTrait(member, clientOptional, {}) : member;
    }),
  );
}
