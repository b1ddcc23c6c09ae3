import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { wholeConditionKey } from "../../knowledge/condition-keys.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { stringTrait } from "../../knowledge/traits.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { RootShape, ServiceShape } from "../../shapes/shape.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";

/** `ConditionKeyValueTrait`: one member of an input gives the value of a condition key ("conditionKeyValue trait"). */
export function* conditionKeyValueTraitRule(model: Model): Iterable<Diagnostic> {
  if (modelIndex(model).withTrait("aws.iam#conditionKeyValue").length === 0) return;
  for (const [service] of carriers(model, "service", "aws.api#service")) {
    for (const operation of boundEntities(model, service).operations) {
      const input = model.shapes.get(operation.input);
      if (input === undefined) continue;
      for (const [key, members] of membersByKey(service, input)) {
        if (members.length === 1) continue;
        const message = `The \`${key}\` condition key has its value supplied in the \`${operation.id}\` operation's input shape by multiple members [${tickedList(members)}]. This value must only be supplied by one member.`;
        yield shapeFinding("ERROR", "ConditionKeyValueTrait", input, message);
      }
    }
  }
}

function membersByKey(service: ServiceShape, input: RootShape): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, string[]>();
  for (const member of input.members.values()) {
    const value = stringTrait(member, "aws.iam#conditionKeyValue");
    if (value === undefined) continue;
    const key = wholeConditionKey(service, value);
    const members = byKey.get(key);
    if (members === undefined) byKey.set(key, [member.name]);
    else members.push(member.name);
  }
  return byKey;
}
