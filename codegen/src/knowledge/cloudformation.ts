import type { Model } from "../shapes/model.js";
import { oncePerModel } from "../shapes/once-per-model.js";
import { modelIndex } from "../shapes/model-index.js";
import { nodeMember, stringItems, stringMember } from "../shapes/node.js";
import type { AppliedTrait, MemberShape, OperationShape, ResourceShape, StructureShape } from "../shapes/shape.js";
import { compareShapeIds, nameOf, type ShapeId } from "../shapes/shape-id.js";
import { type CfnMutability, explicitMutability } from "./cloudformation-mutability.js";
import { boundEntities } from "./bound-entities.js";
import { identifierBindings } from "./identifier-bindings.js";
import { propertiesStructure, propertyBindings } from "./property-bindings.js";

/** A property of a resource in CloudFormation. */
export interface CfnProperty {
  /** The members, or the target of the identifier, that it comes from. Sorted; never empty. */
  readonly shapeIds: readonly ShapeId[];
  readonly mutabilities: ReadonlySet<CfnMutability>;
}

/** What a resource of a model is in CloudFormation ("AWS CloudFormation traits"). */
export interface CfnResource {
  readonly resource: ResourceShape;
  readonly applied: AppliedTrait;
  readonly name: string;
  /** By member name, without those that are excluded everywhere. */
  readonly properties: ReadonlyMap<string, CfnProperty>;
  readonly primaryIdentifiers: readonly string[];
  /** Other sets of properties that identify a resource. */
  readonly additionalIdentifiers: readonly (readonly string[])[];
}

interface Draft {
  readonly model: Model;
  readonly resource: ResourceShape;
  readonly properties: Map<string, DraftProperty>;
  readonly excluded: Set<ShapeId>;
  readonly additionalIdentifiers: (readonly string[])[];
}

interface DraftProperty {
  readonly shapeIds: readonly ShapeId[];
  readonly mutabilities: ReadonlySet<CfnMutability>;
  /** Whether the model says what the mutability is: nothing changes it then. */
  readonly isSettled: boolean;
}

/** The resources of a model that are CloudFormation's too, by ID; computed once per model. */
export const cfnResources = oncePerModel(buildResources);

function buildResources(model: Model): ReadonlyMap<ShapeId, CfnResource> {
  const inherited = inheritedIdentifiers(model);
  const resources = new Map<ShapeId, CfnResource>();
  for (const resource of modelIndex(model).ofKind("resource")) {
    const applied = resource.traits.get("aws.cloudformation#cfnResource");
    if (applied === undefined) continue;
    resources.set(resource.id, buildResource(model, resource, applied, inherited.get(resource.id) ?? new Set()));
  }
  return resources;
}

/** The identifiers of the parents of each resource that a service has. */
function inheritedIdentifiers(model: Model): ReadonlyMap<ShapeId, ReadonlySet<string>> {
  const inherited = new Map<ShapeId, Set<string>>();
  for (const service of modelIndex(model).ofKind("service")) {
    for (const parent of boundEntities(model, service).resources) {
      for (const child of parent.resources) {
        const identifiers = inherited.get(child) ?? new Set<string>();
        for (const identifier of parent.identifiers.keys()) identifiers.add(identifier);
        inherited.set(child, identifiers);
      }
    }
  }
  return inherited;
}

function buildResource(
  model: Model,
  resource: ResourceShape,
  applied: AppliedTrait,
  inherited: ReadonlySet<string>,
): CfnResource {
  const draft: Draft = { model, resource, properties: new Map(), excluded: new Set(), additionalIdentifiers: [] };
  addIdentifiers(draft, inherited);
  addLifecycle(draft);
  for (const id of stringItems(nodeMember(applied.value, "additionalSchemas"))) {
    const structure = model.shapes.get(id);
    if (structure?.kind !== "structure") continue;
    addAdditionalIdentifiers(draft, structure);
    addProperties(draft, structure, new Set(), []);
  }
  const identifiers = [...resource.identifiers.keys()];
  const primary = stringMember(applied.value, "primaryIdentifier");
  if (primary !== undefined) draft.additionalIdentifiers.push(identifiers);
  return {
    resource,
    applied,
    name: stringMember(applied.value, "name") ?? nameOf(resource.id),
    properties: availableProperties(draft),
    primaryIdentifiers: primary === undefined ? identifiers : [primary],
    additionalIdentifiers: draft.additionalIdentifiers,
  };
}

/** What puts a resource says its identifiers; else they are known once it exists. */
function addIdentifiers({ resource, properties }: Draft, inherited: ReadonlySet<string>): void {
  for (const [name, target] of resource.identifiers) {
    const isGiven = inherited.has(name) || resource.put !== undefined;
    const mutabilities = new Set<CfnMutability>(isGiven ? ["create", "read"] : ["read"]);
    properties.set(name, { shapeIds: [target], mutabilities, isSettled: true });
  }
}

function addLifecycle(draft: Draft): void {
  const { model, resource } = draft;
  const read = operationOf(model, resource.read);
  if (read !== undefined) {
    const input = model.shapes.get(read.input);
    if (input?.kind === "structure") addAdditionalIdentifiers(draft, input);
    addMessage(draft, read, "output", ["read"]);
  }
  const put = operationOf(model, resource.put);
  if (put !== undefined) addMessage(draft, put, "input", ["create", "write"]);
  const create = operationOf(model, resource.create);
  if (create !== undefined) addMessage(draft, create, "input", ["create"]);
  const update = operationOf(model, resource.update);
  if (update !== undefined) addMessage(draft, update, "input", ["write"]);
}

function operationOf(model: Model, id: ShapeId | undefined): OperationShape | undefined {
  const operation = id === undefined ? undefined : model.shapes.get(id);
  return operation?.kind === "operation" ? operation : undefined;
}

function addAdditionalIdentifiers({ properties, additionalIdentifiers }: Draft, structure: StructureShape): void {
  for (const { id, name, traits } of structure.members.values()) {
    if (!traits.has("aws.cloudformation#cfnAdditionalIdentifier")) continue;
    properties.set(name, { shapeIds: [id], mutabilities: new Set(["read"]), isSettled: false });
    additionalIdentifiers.push([name]);
  }
}

function addMessage(
  draft: Draft,
  operation: OperationShape,
  message: "input" | "output",
  mutabilities: readonly CfnMutability[],
): void {
  const structure = propertiesStructure(draft.model, operation[message]);
  if (structure === undefined) return;
  // As in Smithy, members of an output are identifiers when the input has members of these names that are.
  const bound = identifierBindings(draft.model, draft.resource).get(operation.id)?.input.values() ?? [];
  addProperties(draft, structure, new Set(bound), mutabilities);
}

function addProperties(
  draft: Draft,
  structure: StructureShape,
  identifiers: ReadonlySet<string>,
  added: readonly CfnMutability[],
): void {
  collectExcluded(draft, structure);
  for (const member of structure.members.values()) {
    if (!identifiers.has(member.name)) addProperty(draft, member, added);
  }
}

function addProperty({ model, properties }: Draft, member: MemberShape, added: readonly CfnMutability[]): void {
  const known = properties.get(member.name);
  if (known?.isSettled === true) return;
  const explicit = explicitMutability(model, member);
  properties.set(member.name, {
    shapeIds: [...new Set([...(known?.shapeIds ?? []), member.id])],
    mutabilities: explicit ?? new Set([...(known?.mutabilities ?? []), ...added]),
    isSettled: explicit !== undefined,
  });
}

/** Members that are not properties, at any depth of structures. */
function collectExcluded({ model, excluded }: Draft, structure: StructureShape): void {
  const { needsProperty } = propertyBindings(model);
  const seen = new Set<StructureShape>([structure]);
  // A set that grows while it is walked: each structure once, although structures may contain themselves.
  for (const current of seen) {
    for (const { id, traits, target } of current.members.values()) {
      if (traits.has("aws.cloudformation#cfnExcludeProperty") || !needsProperty(id)) {
        excluded.add(id);
        continue;
      }
      const nested = model.shapes.get(target);
      if (nested?.kind === "structure") seen.add(nested);
    }
  }
}

function availableProperties({ properties, excluded }: Draft): ReadonlyMap<string, CfnProperty> {
  const available = new Map<string, CfnProperty>();
  for (const [name, { shapeIds, mutabilities }] of properties) {
    const remaining = shapeIds.filter((id) => !excluded.has(id));
    if (remaining.length > 0) available.set(name, { shapeIds: remaining.toSorted(compareShapeIds), mutabilities });
  }
  return available;
}
