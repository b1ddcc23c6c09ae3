import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { nodeMember } from "../../../shapes/node.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `HttpApiKeyAuthTrait`: only a header has a scheme ("httpApiKeyAuth trait"). */
export function* httpApiKeyAuthTraitRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).withTrait("smithy.api#httpApiKeyAuth")) {
    const trait = service.traits.get("smithy.api#httpApiKeyAuth");
    const place = nodeMember(trait?.value, "in");
    if (nodeMember(trait?.value, "scheme") === undefined || typeof place !== "string" || place === "header") continue;
    const message = `The httpApiKeyAuth trait must have an \`in\` value of \`header\` when a \`scheme\` is provided, found: ${place}`;
    yield shapeFinding("ERROR", "HttpApiKeyAuthTrait", service, message, trait);
  }
}
