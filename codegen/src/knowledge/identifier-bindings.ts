import type { Model } from "../shapes/model.js";
import { oncePerKey } from "../shapes/once-per-model.js";
import type { MemberShape, ResourceShape, StructureShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { operationsBoundTo } from "./bound-entities.js";
import { stringTrait } from "./traits.js";

/** Members that identifiers of a resource are bound to: identifier to member name. */
export type IdentifierMembers = ReadonlyMap<string, string>;

/** How one operation of a resource is bound to its identifiers. */
export interface IdentifierBinding {
  /** Whether it works on one resource, or on the collection of them. */
  readonly kind: "instance" | "collection";
  readonly input: IdentifierMembers;
  readonly output: IdentifierMembers;
}

const none: IdentifierMembers = new Map();

/** The bindings of the operations of a resource itself ("Resource identifiers"), by operation; computed once per resource. */
export const identifierBindings = oncePerKey(
  (model, resource: ResourceShape): ReadonlyMap<ShapeId, IdentifierBinding> =>
    new Map(operationsBoundTo(resource).map((id) => [id, bindOperation(model, resource, id)])),
);

function bindOperation(model: Model, resource: ResourceShape, id: ShapeId): IdentifierBinding {
  const onCollection = resource.collectionOperations.includes(id) || resource.create === id || resource.list === id;
  const operation = model.shapes.get(id);
  const members = (target: ShapeId): IdentifierMembers => {
    const structure = model.shapes.get(target);
    return structure?.kind === "structure" ? bindMembers(resource, structure) : none;
  };
  return {
    kind: onCollection ? "collection" : "instance",
    input: operation?.kind === "operation" ? members(operation.input) : none,
    output: operation?.kind === "operation" ? members(operation.output) : none,
  };
}

/** A member that names an identifier with a trait wins over one that has the name of the identifier. */
function bindMembers(resource: ResourceShape, structure: StructureShape): IdentifierMembers {
  const bound = new Map<string, string>();
  for (const member of structure.members.values()) {
    const identifier = stringTrait(member, "smithy.api#resourceIdentifier");
    if (identifier !== undefined) bound.set(identifier, member.name);
    else if (!bound.has(member.name) && isImplicitIdentifier(resource, member)) bound.set(member.name, member.name);
  }
  return bound;
}

/** Whether a required member has the name and target of an identifier, which binds it without a trait. */
export function isImplicitIdentifier(resource: ResourceShape, member: MemberShape): boolean {
  return member.traits.has("smithy.api#required") && resource.identifiers.get(member.name) === member.target;
}
