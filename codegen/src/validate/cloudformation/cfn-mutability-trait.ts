import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { shapeFinding } from "../shape-finding.js";

const traitId = "aws.cloudformation#cfnMutability";

/** `CfnMutabilityTrait`: what identifies a resource can be read ("cfnMutability trait"). */
export function* cfnMutabilityTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(traitId)) {
    const trait = shape.traits.get(traitId);
    if (!shape.traits.has("aws.cloudformation#cfnAdditionalIdentifier")) continue;
    if (trait?.value !== "write" && trait?.value !== "create") continue;
    const message = `Member with the mutability value of "${trait.value}" is also marked as an additional identifier`;
    yield shapeFinding("ERROR", "CfnMutabilityTrait", shape, message, trait);
  }
}
