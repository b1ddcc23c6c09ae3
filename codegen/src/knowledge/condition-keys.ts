import type { Model } from "../shapes/model.js";
import { isNodeObject, nodeMember, stringItems, stringMember } from "../shapes/node.js";
import { oncePerKey } from "../shapes/once-per-model.js";
import type { OperationShape, ResourceShape, ServiceShape } from "../shapes/shape.js";
import { nameOf, type ShapeId } from "../shapes/shape-id.js";
import { awsServiceTrait } from "./aws-service.js";
import { operationsBoundTo } from "./bound-entities.js";
import { stringTrait } from "./traits.js";

/** A condition key that policies may name ("defineConditionKeys trait"). */
export interface ConditionKey {
  /** `String`, `ARN`, `ArrayOfString`, … */
  readonly type: string;
  readonly documentation: string | undefined;
  /** Whether it is in every request; only for keys that the service resolves itself. */
  readonly required: boolean;
}

/** The keys that policies for a service can make conditions on. */
export interface ConditionKeys {
  /** Keys that the service defines or that follow from the identifiers of its resources, by their whole name. */
  readonly defined: ReadonlyMap<string, ConditionKey>;
  /** The whole names of the keys of a resource or operation of the service. */
  namesOf(subject: ShapeId): ReadonlySet<string>;
}

interface Collected {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly defined: Map<string, ConditionKey>;
  readonly names: Map<ShapeId, ReadonlySet<string>>;
}

const none: ReadonlySet<string> = new Set();

/** The condition keys of a service ("AWS IAM traits"): none for one without the `aws.api#service` trait. Computed once per service. */
export const conditionKeysOf = oncePerKey(collectKeys);

/** The whole name of a key: one without a prefix is the service's own. */
export function wholeConditionKey(service: ServiceShape, key: string): string {
  return key.includes(":") ? key : `${namespaceOf(service)}:${key}`;
}

/** What a resource is called in IAM ("iamResource trait"). */
export function iamResourceName(resource: ResourceShape): string {
  return stringMember(resource.traits.get("aws.iam#iamResource")?.value, "name") ?? nameOf(resource.id);
}

function namespaceOf(service: ServiceShape): string {
  return awsServiceTrait(service)?.arnNamespace ?? nameOf(service.id).toLowerCase();
}

function collectKeys(model: Model, service: ServiceShape): ConditionKeys {
  const collected: Collected = { model, service, defined: new Map(), names: new Map() };
  if (awsServiceTrait(service) !== undefined) {
    defineKeys(collected);
    collectResources(collected);
    for (const id of service.operations) collectOperation(collected, id);
  }
  return { defined: collected.defined, namesOf: (subject) => collected.names.get(subject) ?? none };
}

function defineKeys({ service, defined }: Collected): void {
  const definitions = service.traits.get("aws.iam#defineConditionKeys")?.value;
  if (!isNodeObject(definitions)) return;
  for (const [key, definition] of Object.entries(definitions)) {
    defined.set(wholeConditionKey(service, key), {
      type: stringMember(definition, "type") ?? "String",
      documentation: stringMember(definition, "documentation"),
      required: nodeMember(definition, "required") === true,
    });
  }
}

interface PendingResource {
  readonly id: ShapeId;
  readonly parent: ResourceShape | undefined;
  /** The names that the parent hands on. */
  readonly inherited: ReadonlySet<string>;
}

function collectResources(collected: Collected): void {
  const { model, service, names } = collected;
  const pending: PendingResource[] = service.resources.map((id) => ({ id, parent: undefined, inherited: none }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const resource = model.shapes.get(next.id);
    if (resource?.kind !== "resource" || names.has(next.id)) continue;
    const isApart =
      nodeMember(resource.traits.get("aws.iam#iamResource")?.value, "disableConditionKeyInheritance") === true;
    const own = new Set([
      ...(isApart ? none : next.inherited),
      ...appliedKeys(service, resource),
      ...inferKeys(collected, resource, next.parent),
    ]);
    names.set(resource.id, own);
    for (const id of operationsBoundTo(resource)) collectOperation(collected, id);
    for (const id of resource.resources) pending.push({ id, parent: resource, inherited: own });
  }
}

function collectOperation({ model, service, names }: Collected, id: ShapeId): void {
  const operation = model.shapes.get(id);
  if (operation?.kind === "operation") names.set(id, new Set(appliedKeys(service, operation)));
}

function appliedKeys(service: ServiceShape, { traits }: ResourceShape | OperationShape): readonly string[] {
  return stringItems(traits.get("aws.iam#conditionKeys")?.value).map((key) => wholeConditionKey(service, key));
}

/** The keys that follow from identifiers which the parent of a resource does not have. They become keys of the service. */
function inferKeys(
  { model, service, defined }: Collected,
  resource: ResourceShape,
  parent: ResourceShape | undefined,
): readonly string[] {
  const disable = "aws.iam#disableConditionKeyInference";
  if (resource.traits.has(disable) || service.traits.has(disable)) return [];
  const inferred: string[] = [];
  for (const [identifier, id] of resource.identifiers) {
    const target = model.shapes.get(id);
    if (target === undefined || parent?.identifiers.has(identifier) === true) continue;
    const name = iamResourceName(resource);
    const key = `${namespaceOf(service)}:${name}${identifier.charAt(0).toUpperCase()}${identifier.slice(1)}`;
    defined.set(key, {
      type: target.traits.has("aws.api#arnReference") ? "ARN" : "String",
      documentation: stringTrait(target, "smithy.api#documentation") ?? `${name} resource ${identifier} identifier`,
      required: false,
    });
    inferred.push(key);
  }
  return inferred;
}
