import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** `GatewayResponsesCors`: responses of the gateway win over the headers that CORS adds ("gatewayResponses trait"). */
export function* gatewayResponsesCorsRule(model: Model): Iterable<Diagnostic> {
  for (const [service] of carriers(model, "service", "aws.apigateway#gatewayResponses")) {
    if (!service.traits.has("smithy.api#cors")) continue;
    const message =
      "Service has both @gatewayResponses and @cors applied. Gateway response parameters take precedence over CORS-generated headers. Verify that response parameters in @gatewayResponses do not unintentionally override CORS headers.";
    yield shapeFinding("DANGER", "GatewayResponsesCors", service, message);
  }
}
