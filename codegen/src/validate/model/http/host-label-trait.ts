import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { hostPrefixOf } from "../../../knowledge/http-trait.js";
import { findLabel, isLabel, type LabelPattern, labelsOf } from "../../../knowledge/label-pattern.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { OperationShape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

const code = "HostLabelTrait";

/** `HostLabelTrait`: labels of host prefixes are bound, and what they expand to is a host ("endpoint trait", "hostLabel trait"). */
export function* hostLabelTraitRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    const prefix = hostPrefixOf(operation);
    if (prefix === undefined) continue;
    yield* checkPrefix(operation, prefix);
    yield* checkBindings(model, operation, prefix);
  }
}

function* checkPrefix(operation: OperationShape, prefix: LabelPattern): Iterable<Diagnostic> {
  const trait = operation.traits.get("smithy.api#endpoint");
  const expanded = prefix.segments.map((segment) => (isLabel(segment) ? "foo" : segment.content)).join("");
  if (!isHost(expanded)) {
    const message = `The \`endpoint\` trait hostPrefix, ${prefix.text}, could not expand in to a valid RFC 3986 host: ${expanded}`;
    yield shapeFinding("ERROR", code, operation, message, trait);
  }
  if (!prefix.text.endsWith(".") && labelsOf(prefix).length > 0) {
    const message =
      "`endpoint` trait hostPrefix contains host labels and does not end in a period (`.`). This can result in clients inadvertently sending data to domains you do not control.";
    yield shapeFinding("DANGER", code, operation, message, trait);
  }
}

/** RFC 3986, section 3.2.2, as far as names go; a period may end it. */
function isHost(text: string): boolean {
  const [first = "", ...others] = (text.endsWith(".") ? text.slice(0, -1) : text).split(".");
  return /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/.test(first) && others.every((part) => /^[a-zA-Z0-9-]{1,63}$/.test(part));
}

function* checkBindings(model: Model, operation: OperationShape, prefix: LabelPattern): Iterable<Diagnostic> {
  const input = model.shapes.get(operation.input);
  if (input?.kind !== "structure") return;
  const unbound = new Set(labelsOf(prefix).map(({ content }) => content));
  for (const member of input.members.values()) {
    const trait = member.traits.get("smithy.api#hostLabel");
    if (trait === undefined) continue;
    unbound.delete(member.name);
    if (findLabel(prefix, member.name) !== undefined) continue;
    const message = `This \`${member.name}\` structure member is marked with the \`hostLabel\` trait, but no corresponding \`endpoint\` label could be found when used as the input of the \`${operation.id}\` operation.`;
    yield shapeFinding("ERROR", code, member, message, trait);
  }
  if (unbound.size === 0) return;
  const message = `This operation uses ${input.id} as input, but the following host labels found in the operation's \`endpoint\` trait do not have a corresponding member marked with the \`hostLabel\` trait: ${tickedList(unbound)}`;
  yield shapeFinding("ERROR", code, operation, message);
}
