import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { stringTrait } from "../../../knowledge/traits.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, rootOf } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `HttpPrefixHeadersTrait`: no header of the structure begins with the prefix ("httpPrefixHeaders trait"). */
export function* httpPrefixHeadersTraitRule(model: Model): Iterable<Diagnostic> {
  for (const member of modelIndex(model).withTrait("smithy.api#httpPrefixHeaders")) {
    const structure = rootOf(model, member);
    const prefix = stringTrait(member, "smithy.api#httpPrefixHeaders")?.toLowerCase();
    if (structure?.kind !== "structure" || prefix === undefined) continue;
    const severity = prefix === "" ? "NOTE" : "ERROR";
    const detail =
      prefix === ""
        ? `The service will not be able to disambiguate between header parameters intended for the \`${member.id}\` member and those explicitly bound to the \`httpHeader\` members.`
        : "`httpHeader` bindings must not case-insensitively start with any `httpPrefixHeaders` bindings.";
    for (const other of structure.members.values()) {
      const header = stringTrait(other, "smithy.api#httpHeader")?.toLowerCase();
      if (header?.startsWith(prefix) !== true) continue;
      const message = `\`httpHeader\` binding of \`${header}\` conflicts with the \`httpPrefixHeaders\` binding of \`${member.id}\` to \`${prefix}\`. ${detail}`;
      const trait = other.traits.get("smithy.api#httpHeader");
      yield shapeFinding(severity, "HttpPrefixHeadersTrait", other, message, trait);
    }
  }
}
