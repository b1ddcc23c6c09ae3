import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { isNodeObject, nodeMember } from "../../../shapes/node.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `CorsTrait`: a service names one origin or several, not both ("cors trait"). */
export function* corsRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).withTrait("smithy.api#cors")) {
    const trait = service.traits.get("smithy.api#cors");
    const origins = nodeMember(trait?.value, "origins");
    if (nodeMember(trait?.value, "origin") === undefined || !isNodeObject(origins)) continue;
    if (Object.keys(origins).length === 0) continue;
    const message = "The `origin` and `origins` members of the `cors` trait are mutually exclusive.";
    yield shapeFinding("ERROR", "CorsTrait", service, message, trait);
  }
}
