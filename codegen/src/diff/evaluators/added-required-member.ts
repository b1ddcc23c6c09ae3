import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";

/** `AddedRequiredMember`: a structure has gained a member that old callers do not send ("required trait"). */
export function* addedRequiredMember(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "structure")) {
    for (const member of after.members.values()) {
      const { traits } = member;
      if (before.members.has(member.name) || !traits.has("smithy.api#required")) continue;
      // Clients treat the latter as optional, so that a service may require it later.
      if (traits.has("smithy.api#default") || traits.has("smithy.api#clientOptional")) continue;
      const message =
        "Adding a new member with the `required` trait but not the `default` trait is backwards-incompatible.";
      yield finding("AddedRequiredMember", "ERROR", member, message);
    }
  }
}
