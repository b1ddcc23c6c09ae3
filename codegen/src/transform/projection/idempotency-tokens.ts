import { makeIdempotencyTokensClientOptional } from "../make-idempotency-tokens-client-optional.js";
import { transformed } from "../transform-result.js";
import type { ProjectionTransform } from "./projection-transform.js";

/** `makeIdempotencyTokensClientOptional`: clients may leave required tokens to be filled in. */
export const idempotencyTokens: ProjectionTransform = {
  name: "makeIdempotencyTokensClientOptional",
  keys: [],
  apply: ({ model }) => transformed(makeIdempotencyTokensClientOptional(model)),
};
