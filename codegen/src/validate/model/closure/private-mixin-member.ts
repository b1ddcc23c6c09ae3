import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, rootOf } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `PrivateMixinMember`: nothing keeps a mixin's member private ("private trait"). */
export function* privateMixinMemberRule(model: Model): Iterable<Diagnostic> {
  for (const member of modelIndex(model).withTrait("smithy.api#private")) {
    if (member.kind !== "member" || rootOf(model, member)?.traits.has("smithy.api#mixin") !== true) continue;
    const message =
      "The `@private` trait does not prevent a mixin member from being inherited by shapes in other namespaces, nor does it prevent new traits from being added to the inherited member. Apply `@private` to the mixin shape or target shape instead if cross-namespace access should be restricted.";
    yield shapeFinding("WARNING", "PrivateMixinMember", member, message, member.traits.get("smithy.api#private"));
  }
}
