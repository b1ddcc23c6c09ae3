import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { authSchemesOf } from "../../../knowledge/auth.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `ServiceAuthDefinitions`: a service says which of its authentication schemes it prefers ("auth trait"). */
export function* serviceAuthDefinitionsRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    if (service.traits.has("smithy.api#auth") || authSchemesOf(model, service).length < 2) continue;
    const message =
      "This service uses multiple authentication schemes but does not have the `@auth` trait applied. The `@auth` trait defines a priority ordering of auth schemes for a client to use. Without it, the ordering of auth schemes is alphabetical based on the absolute shape ID of the auth schemes.";
    yield shapeFinding("WARNING", "ServiceAuthDefinitions", service, message);
  }
}
