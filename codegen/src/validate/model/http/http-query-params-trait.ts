import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, rootOf } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

/** `HttpQueryParamsTrait`: parameters of a map may collide with those of other members ("httpQueryParams trait"). */
export function* httpQueryParamsTraitRule(model: Model): Iterable<Diagnostic> {
  for (const member of modelIndex(model).withTrait("smithy.api#httpQueryParams")) {
    const structure = rootOf(model, member);
    if (structure?.kind !== "structure" || member.kind !== "member") continue;
    const others = [...structure.members.values()].filter(({ traits }) => traits.has("smithy.api#httpQuery"));
    if (others.length === 0) continue;
    const names = tickedList(others.map(({ name }) => name));
    const message = `Structure member \`${member.name}\` is marked with the \`httpQueryParams\` trait, and \`httpQuery\` traits are applied to the following members: ${names}. The service will not be able to disambiguate between query string parameters intended for the \`${member.name}\` member and those explicitly bound to the \`httpQuery\` members.`;
    yield shapeFinding("NOTE", "HttpQueryParamsTrait", structure, message);
  }
}
