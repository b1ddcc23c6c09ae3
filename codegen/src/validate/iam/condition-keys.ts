import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type ConditionKeys, conditionKeysOf, wholeConditionKey } from "../../knowledge/condition-keys.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import type { Model } from "../../shapes/model.js";
import { stringItems } from "../../shapes/node.js";
import type { MemberShape, OperationShape, ServiceShape } from "../../shapes/shape.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";

const code = "ConditionKeys";

/** `ConditionKeys`: operations, members and services name condition keys that are defined ("AWS IAM traits"). */
export function* conditionKeysRule(model: Model): Iterable<Diagnostic> {
  for (const [service] of carriers(model, "service", "aws.api#service")) {
    const keys = conditionKeysOf(model, service);
    const check: Check = { model, service, keys, known: `[${tickedList(keys.defined.keys())}]`, resolved: new Set() };
    yield* checkResolved(check);
    for (const operation of boundEntities(model, service).operations) {
      yield* checkOperation(check, operation);
      for (const member of model.shapes.get(operation.input)?.members.values() ?? []) {
        yield* checkMember(check, operation, member);
      }
    }
  }
}

interface Check {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly keys: ConditionKeys;
  /** The defined keys, as messages list them. */
  readonly known: string;
  /** The keys that the service resolves itself. */
  readonly resolved: Set<string>;
}

function* checkResolved({ service, keys, known, resolved }: Check): Iterable<Diagnostic> {
  const trait = service.traits.get("aws.iam#serviceResolvedConditionKeys");
  for (const key of stringItems(trait?.value)) resolved.add(wholeConditionKey(service, key));
  const invalid = [...resolved].filter((key) => !keys.defined.has(key));
  if (invalid.length === 0) return;
  const message = `The condition keys resolved by the \`${service.id}\` service refer to undefined condition key(s) [${tickedList(invalid)}]. Expected one of the following defined condition keys: ${known}`;
  yield shapeFinding("ERROR", code, service, message, trait);
}

function* checkOperation({ service, keys, known }: Check, operation: OperationShape): Iterable<Diagnostic> {
  for (const key of keys.namesOf(operation.id)) {
    if (keys.defined.has(key) || key.startsWith("aws:")) continue;
    const message = `This operation scoped within the \`${service.id}\` service refers to an undefined condition key \`${key}\`. Expected one of the following defined condition keys: ${known}`;
    yield shapeFinding("ERROR", code, operation, message);
  }
}

function* checkMember(
  { service, keys, known, resolved }: Check,
  operation: OperationShape,
  member: MemberShape,
): Iterable<Diagnostic> {
  const trait = member.traits.get("aws.iam#conditionKeyValue");
  if (typeof trait?.value !== "string") return;
  const key = wholeConditionKey(service, trait.value);
  const start = `This operation \`${operation.id}\` scoped within the \`${service.id}\` service with member \`${member.id}\` refers`;
  if (!keys.defined.has(key)) {
    const message = `${start} to an undefined condition key \`${key}\`. Expected one of the following defined condition keys: ${known}`;
    yield shapeFinding("ERROR", code, member, message, trait);
  }
  if (resolved.has(key)) {
    const message = `${start} to a condition key \`${key}\` that is also resolved by service.`;
    yield shapeFinding("ERROR", code, member, message, trait);
  }
}
