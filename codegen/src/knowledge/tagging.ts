import type { Model } from "../shapes/model.js";
import { nodeMember, stringMember } from "../shapes/node.js";
import type { AppliedTrait, ResourceShape, ServiceShape } from "../shapes/shape.js";
import { nameOf, type ShapeId } from "../shapes/shape-id.js";
import { propertyBindings } from "./property-bindings.js";
import { isTagOperation, type TagOperation, tagOperations } from "./tag-shapes.js";

/** The kinds of operations that tagging needs. */
export const tagOperationKinds = Object.keys(tagOperations) as readonly TagOperation[];

/** The operation with which a service tags, and whether it is fit for that. */
export interface ServiceTagOperation {
  /** What the trait's `apiConfig` names, bound to the service or not. */
  readonly configured: ShapeId | undefined;
  /** The configured operation where the service has it, else the one with the default name; undefined when there is neither. */
  readonly id: ShapeId | undefined;
  readonly isValid: boolean;
}

/** What a service has of each of the operations. */
export type ServiceTagging = Readonly<Record<TagOperation, ServiceTagOperation>>;

/** The tagging operations of a service with the `aws.api#tagEnabled` trait ("tagEnabled trait"); undefined without it. */
export function serviceTagging(model: Model, service: ServiceShape): ServiceTagging | undefined {
  const trait = service.traits.get("aws.api#tagEnabled");
  if (trait === undefined) return undefined;
  return {
    tag: serviceOperation(model, service, trait, "tag"),
    untag: serviceOperation(model, service, trait, "untag"),
    listTags: serviceOperation(model, service, trait, "listTags"),
  };
}

function serviceOperation(
  model: Model,
  service: ServiceShape,
  trait: AppliedTrait,
  kind: TagOperation,
): ServiceTagOperation {
  const configured = configuredOperation(trait, kind);
  const isBound = configured !== undefined && service.operations.includes(configured);
  const named = service.operations.findLast((id) => nameOf(id) === tagOperations[kind]);
  const id = isBound ? configured : named;
  const operation = id === undefined ? undefined : model.shapes.get(id);
  return { configured, id, isValid: operation?.kind === "operation" && isTagOperation(model, operation, kind) };
}

/** The operation that the `apiConfig` of a tagging trait names. */
export function configuredOperation(trait: AppliedTrait, kind: TagOperation): ShapeId | undefined {
  return stringMember(nodeMember(trait.value, "apiConfig"), `${kind}Api`);
}

/** Whether a service has all operations that tag any of its resources. */
export function hasTagOperations(model: Model, service: ServiceShape): boolean {
  const tagging = serviceTagging(model, service);
  return tagging !== undefined && tagOperationKinds.every((kind) => tagging[kind].isValid);
}

/** The name of the property that holds the tags of a resource ("taggable trait"). */
export function tagProperty(resource: ResourceShape): string | undefined {
  return stringMember(resource.traits.get("aws.api#taggable")?.value, "property");
}

/** Whether the input of an operation has the property that holds the tags of a resource. */
export function takesTags(model: Model, resource: ResourceShape, operationId: ShapeId | undefined): boolean {
  const property = tagProperty(resource);
  const operation = operationId === undefined ? undefined : model.shapes.get(operationId);
  if (property === undefined || operation?.kind !== "operation") return false;
  const { nameOf: propertyOf } = propertyBindings(model);
  const members = model.shapes.get(operation.input)?.members.values() ?? [];
  return [...members].some(({ id }) => propertyOf(id) === property);
}

/** Whether an update of a resource changes its tags; a put does, unless it cannot replace. */
export function isTaggedOnUpdate(model: Model, resource: ResourceShape): boolean {
  if (takesTags(model, resource, resource.update)) return true;
  return takesTags(model, resource, resource.put) && !resource.traits.has("smithy.api#noReplace");
}
