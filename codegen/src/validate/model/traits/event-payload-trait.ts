import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, rootOf } from "../../../shapes/model-index.js";
import { tickedList } from "../../ticked-list.js";
import { shapeFinding } from "../../shape-finding.js";

const payload = "smithy.api#eventPayload";
const header = "smithy.api#eventHeader";

/** `EventPayloadTrait`: beside the payload of an event there are only headers ("eventPayload trait"). */
export function* eventPayloadTraitRule(model: Model): Iterable<Diagnostic> {
  for (const member of modelIndex(model).withTrait(payload)) {
    const event = rootOf(model, member);
    if (member.kind !== "member" || event?.kind !== "structure") continue;
    const unmarked = [...event.members.values()].filter(({ traits }) => !traits.has(payload) && !traits.has(header));
    if (unmarked.length === 0) continue;
    const names = tickedList(unmarked.map(({ name }) => name));
    const message = `This event structure contains a member marked with the \`eventPayload\` trait, so all other members must be marked with the \`eventHeader\` trait. However, the following member(s) are not marked with the eventHeader trait: ${names}`;
    yield shapeFinding("ERROR", "EventPayloadTrait", event, message);
  }
}
