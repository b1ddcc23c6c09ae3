import { lifecycles } from "../shapes/lifecycles.js";
import { isNodeArray, isNodeObject, nodeMember, type Node } from "../shapes/node.js";
import type {
  AppliedTrait,
  OperationShape,
  ResourceShape,
  RootShape,
  ServiceShape,
  StructureShape,
} from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { editOwnTraits } from "./edit-traits.js";

type Removed = ReadonlySet<ShapeId>;

const unit = "smithy.api#Unit";

/** A shape that binds or lists none of the removed shapes any more; the same object where it never did. */
export function withoutReferences(shape: RootShape, removed: Removed): RootShape {
  switch (shape.kind) {
    case "service":
      return cleanService(shape, removed);
    case "operation":
      return cleanOperation(shape, removed);
    case "resource":
      return cleanResource(shape, removed);
    case "structure":
      return cleanStructure(shape, removed);
    default:
      return shape;
  }
}

function without(ids: readonly ShapeId[], removed: Removed): readonly ShapeId[] {
  return ids.some((id) => removed.has(id)) ? ids.filter((id) => !removed.has(id)) : ids;
}

function withoutKeys<Value>(map: ReadonlyMap<ShapeId, Value>, removed: Removed): ReadonlyMap<ShapeId, Value> {
  const left = [...map].filter(([id]) => !removed.has(id));
  return left.length === map.size ? map : new Map(left);
}

/** The object with the given properties, or the object itself where they are the same. */
function update<Kind extends object>(shape: Kind, properties: Partial<Kind>): Kind {
  const isSame = Object.entries(properties).every(([key, value]) => shape[key as keyof Kind] === value);
  return isSame ? shape : { ...shape, ...properties };
}

function cleanService(service: ServiceShape, removed: Removed): ServiceShape {
  const { introduced } = service;
  const cleaned = update(service, {
    operations: without(service.operations, removed),
    resources: without(service.resources, removed),
    rename: withoutKeys(service.rename, removed),
  });
  if (introduced === undefined || cleaned === service) return cleaned;
  const { operations, resources, rename } = introduced;
  return {
    ...cleaned,
    introduced: {
      ...introduced,
      ...(operations && { operations: without(operations, removed) }),
      ...(resources && { resources: without(resources, removed) }),
      ...(rename && { rename: withoutKeys(rename, removed) }),
    },
  };
}

function cleanOperation(operation: OperationShape, removed: Removed): OperationShape {
  const cleaned = update(operation, {
    input: removed.has(operation.input) ? unit : operation.input,
    output: removed.has(operation.output) ? unit : operation.output,
    errors: without(operation.errors, removed),
  });
  const errors = cleaned.introduced?.errors;
  return cleaned === operation || errors === undefined
    ? cleaned
    : { ...cleaned, introduced: { errors: without(errors, removed) } };
}

function cleanResource(resource: ResourceShape, removed: Removed): ResourceShape {
  const bound = lifecycles.flatMap((name) => {
    const id = resource[name];
    return id !== undefined && removed.has(id) ? [[name, undefined]] : [];
  });
  return update(resource, {
    ...Object.fromEntries(bound),
    operations: without(resource.operations, removed),
    collectionOperations: without(resource.collectionOperations, removed),
    resources: without(resource.resources, removed),
  });
}

/** `references` to removed resources, and removed traits in the lists of `authDefinition` and `protocolDefinition`. */
function cleanStructure(structure: StructureShape, removed: Removed): StructureShape {
  return editOwnTraits(structure, (trait) => {
    if (trait.id === "smithy.api#references") {
      return withItems(trait, trait.value, (item) => !isRemoved(nodeMember(item, "resource"), removed));
    }
    if (trait.id !== "smithy.api#authDefinition" && trait.id !== "smithy.api#protocolDefinition") return trait;
    const { value } = trait;
    const traits = nodeMember(value, "traits");
    const cleaned = withItems({ ...trait, value: traits ?? [] }, traits, (item) => !isRemoved(item, removed));
    const isSame = !isNodeObject(value) || !isNodeArray(traits) || cleaned.value === traits;
    return isSame ? trait : { ...trait, value: { ...value, traits: cleaned.value } };
  });
}

function isRemoved(id: Node | undefined, removed: Removed): boolean {
  return typeof id === "string" && removed.has(id);
}

function withItems(trait: AppliedTrait, items: Node | undefined, keep: (item: Node) => boolean): AppliedTrait {
  if (!isNodeArray(items) || items.every(keep)) return trait;
  return { ...trait, value: items.filter(keep) };
}
