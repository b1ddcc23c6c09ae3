import type { Rule } from "../../rule.js";
import { corsRule } from "./cors.js";
import { hostLabelTraitRule } from "./host-label-trait.js";
import { httpApiKeyAuthTraitRule } from "./http-api-key-auth-trait.js";
import { httpBindingTraitIgnoredRule } from "./http-binding-trait-ignored.js";
import { httpBindingsMissingRule } from "./http-bindings-missing.js";
import { httpHeaderTraitRule } from "./http-header-trait.js";
import { httpLabelTraitRule } from "./http-label-trait.js";
import { httpMethodSemanticsRule } from "./http-method-semantics.js";
import { httpPayloadRule } from "./http-payload.js";
import { httpPrefixHeadersTraitRule } from "./http-prefix-headers-trait.js";
import { httpQueryParamsTraitRule } from "./http-query-params-trait.js";
import { httpQueryTraitRule } from "./http-query-trait.js";
import { httpResponseCodeSemanticsRule } from "./http-response-code-semantics.js";
import { httpUriConflictRule } from "./http-uri-conflict.js";
import { httpUriFormatRule } from "./http-uri-format.js";
import { httpUriGreedyLabelRule } from "./http-uri-greedy-label.js";
import { idempotencyTokenIgnoredRule } from "./idempotency-token-ignored.js";
import { idempotentTraitRule } from "./idempotent-trait.js";
import { mediaTypeRule } from "./media-type.js";
import { requestCompressionTraitRule } from "./request-compression-trait.js";

/** Rules for HTTP bindings, CORS and what depends on them. */
export const httpRules: readonly Rule[] = [
  corsRule,
  hostLabelTraitRule,
  httpApiKeyAuthTraitRule,
  httpBindingTraitIgnoredRule,
  httpBindingsMissingRule,
  httpHeaderTraitRule,
  httpLabelTraitRule,
  httpMethodSemanticsRule,
  httpPayloadRule,
  httpPrefixHeadersTraitRule,
  httpQueryParamsTraitRule,
  httpQueryTraitRule,
  httpResponseCodeSemanticsRule,
  httpUriConflictRule,
  httpUriFormatRule,
  httpUriGreedyLabelRule,
  idempotencyTokenIgnoredRule,
  idempotentTraitRule,
  mediaTypeRule,
  requestCompressionTraitRule,
];
