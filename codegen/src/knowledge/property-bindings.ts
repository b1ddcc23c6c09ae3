import { nodeMember } from "../shapes/node.js";
import type { Model } from "../shapes/model.js";
import { modelIndex } from "../shapes/model-index.js";
import { oncePerModel } from "../shapes/once-per-model.js";
import type { MemberShape, OperationShape, ResourceShape, StructureShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { operationsBoundTo } from "./bound-entities.js";
import { type IdentifierMembers, identifierBindings } from "./identifier-bindings.js";

/** Which members of inputs and outputs are properties of resources ("Resource properties"). */
export interface PropertyBindings {
  /** The property that a member is bound to; undefined when it is none. */
  nameOf(member: ShapeId): string | undefined;
  /** False for a member that needs no property: it is bound to an identifier, or a trait says that it is none. */
  needsProperty(member: ShapeId): boolean;
}

/** The property bindings of all resources of a model; computed once per model. */
export const propertyBindings = oncePerModel(bindProperties);

/** The structure that holds the properties of an input or output: the target of a `nestedProperties` member, else itself. */
export function propertiesStructure(model: Model, id: ShapeId): StructureShape | undefined {
  const structure = model.shapes.get(id);
  if (structure?.kind !== "structure") return undefined;
  for (const member of structure.members.values()) {
    const target = model.shapes.get(member.target);
    if (member.traits.has("smithy.api#nestedProperties") && target?.kind === "structure") return target;
  }
  return structure;
}

interface Binding {
  readonly isExempt: (member: MemberShape) => boolean;
  /** Members by whether they need no property. */
  readonly exempt: Map<ShapeId, boolean>;
  readonly names: Map<ShapeId, string>;
}

function bindProperties(model: Model): PropertyBindings {
  const traits = exemptingTraits(model);
  const isExempt = (member: MemberShape) => traits.some((trait) => member.traits.has(trait));
  const binding: Binding = { isExempt, exempt: new Map(), names: new Map() };
  for (const resource of modelIndex(model).ofKind("resource")) {
    const identifiers = identifierBindings(model, resource);
    for (const id of operationsBoundTo(resource)) {
      const operation = model.shapes.get(id);
      if (operation?.kind !== "operation") continue;
      const { input, output } = identifiers.get(id) ?? {};
      bindMessage(model, binding, resource, operation, "input", input);
      bindMessage(model, binding, resource, operation, "output", output);
    }
  }
  return {
    nameOf: (member) => binding.names.get(member),
    needsProperty: (member) => binding.exempt.get(member) !== true,
  };
}

/** Traits, of the model or bundled, that say of their carriers that they are no properties. */
function exemptingTraits(model: Model): readonly ShapeId[] {
  return [...model.shapes.values()]
    .filter(({ traits }) => traits.has("smithy.api#notProperty") && traits.has("smithy.api#trait"))
    .map(({ id }) => id);
}

function bindMessage(
  model: Model,
  { isExempt, exempt, names }: Binding,
  resource: ResourceShape,
  operation: OperationShape,
  message: "input" | "output",
  identifiers: IdentifierMembers | undefined,
): void {
  const structure = propertiesStructure(model, operation[message]);
  if (structure === undefined) return;
  const bound = new Set(identifiers?.values());
  for (const member of structure.members.values()) {
    const isFree = bound.has(member.name) || isExempt(member);
    exempt.set(member.id, isFree);
    if (!isFree || resource.properties.has(member.name)) names.set(member.id, propertyName(member));
  }
  if (structure.id === operation[message]) return;
  // The members beside the one that nests all properties are none.
  for (const member of model.shapes.get(operation[message])?.members.values() ?? []) exempt.set(member.id, true);
}

function propertyName(member: MemberShape): string {
  const name = nodeMember(member.traits.get("smithy.api#property")?.value, "name");
  return typeof name === "string" ? name : member.name;
}
