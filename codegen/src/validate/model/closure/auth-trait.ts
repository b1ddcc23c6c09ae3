import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { authSchemesOf } from "../../../knowledge/auth.js";
import { boundEntities } from "../../../knowledge/bound-entities.js";
import { isNodeArray } from "../../../shapes/node.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { compareShapeIds } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";

/** `AuthTrait`: a service and its operations choose among the schemes that the service has ("auth trait"). */
export function* authTraitRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const schemes = new Set(authSchemesOf(model, service));
    for (const shape of [service, ...boundEntities(model, service).operations]) {
      const trait = shape.traits.get("smithy.api#auth");
      if (!isNodeArray(trait?.value)) continue;
      const listed = trait.value.filter((scheme) => typeof scheme === "string");
      const foreign = [...new Set(listed)].filter((scheme) => !schemes.has(scheme)).toSorted(compareShapeIds);
      if (foreign.length === 0) continue;
      const message = `auth trait applies authentication that is not configured on the service shape, \`${service.id}\`: [${foreign.join(", ")}]`;
      yield shapeFinding("DANGER", "AuthTrait", shape, message, trait);
    }
  }
}
