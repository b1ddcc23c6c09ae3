import { idReferences } from "./id-references.js";
import { lifecycles } from "./lifecycles.js";
import { findShape, isBundled, type Model } from "./model.js";
import { modelIndex } from "./model-index.js";
import { oncePerModel } from "./once-per-model.js";
import type { MemberShape, OperationShape, ResourceShape, RootShape, ServiceShape, Shape } from "./shape.js";
import { namespaceOf, type ShapeId } from "./shape-id.js";
import { visibleTraits } from "./visible-traits.js";

/**
 * How one shape refers to another, in the words of selectors ("Relationships") where they have one. `container` leads from
 * a member to the shape that holds it, `target` to the shape that it targets, `idRef` from a shape to those that values of
 * its traits name.
 */
export type RelationshipKind =
  | (typeof lifecycles)[number]
  | "collectionOperation"
  | "container"
  | "error"
  | "idRef"
  | "identifier"
  | "input"
  | "member"
  | "mixin"
  | "operation"
  | "output"
  | "property"
  | "resource"
  | "target"
  | "trait";

/** A reference from one shape or member to another ("Neighbors"). */
export interface Relationship {
  readonly kind: RelationshipKind;
  readonly from: Shape;
  /** The ID that `from` names. */
  readonly id: ShapeId;
  /** The shape that it names; undefined where the reference leads nowhere. */
  readonly to: Shape | undefined;
}

/**
 * The relationships of a model's shapes, bundled ones included. Each part is computed when it is first asked for, and once.
 */
export interface NeighborGraph {
  /** What a shape or member refers to, without traits and ID references. Mixins first, then in the order of the model. */
  from(shape: Shape): readonly Relationship[];
  /** What refers to a shape or member, each once for each kind, without traits and ID references. */
  to(id: ShapeId): readonly Relationship[];
  /** The traits that a shape or member carries. */
  traitsOf(shape: Shape): readonly Relationship[];
  /** What carries a trait. */
  carriersOf(trait: ShapeId): readonly Relationship[];
  /** The shapes that the values of a shape's traits name where the trait's definition has an `@idRef`. */
  idRefsOf(shape: Shape): readonly Relationship[];
}

/** The neighbour graph of a model; computed once per model. */
export const neighborGraph = oncePerModel(createGraph);

function createGraph(model: Model): NeighborGraph {
  const forward = new Map<Shape, readonly Relationship[]>();
  const traits = new Map<Shape, readonly Relationship[]>();
  const from = (shape: Shape) => remember(forward, shape, () => relationshipsOf(model, shape));
  const traitsOf = (shape: Shape) => remember(traits, shape, () => traitRelationships(model, shape));
  const own = once(() => invert(modelIndex(model).roots, from));
  const bundled = once(() => invert(bundledRoots(model), from));
  const carriers = once(() => invert(model.shapes.values(), traitsOf));
  const references = once(() => idReferences(model));
  return {
    from,
    to: (id) => {
      const ofOwn = own().get(id) ?? [];
      if (!isNamedByBundled(model, id)) return ofOwn;
      const ofBundled = bundled().get(id) ?? [];
      return ofOwn.length === 0 ? ofBundled : [...ofBundled, ...ofOwn];
    },
    traitsOf,
    carriersOf: (trait) => carriers().get(trait) ?? [],
    idRefsOf: (shape) => (references().get(shape) ?? []).map((to) => ({ kind: "idRef", from: shape, id: to.id, to })),
  };
}

function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: compute() }).value;
}

function remember<Key, Value>(cache: Map<Key, Value>, key: Key, compute: () => Value): Value {
  let value = cache.get(key);
  if (value === undefined) {
    value = compute();
    cache.set(key, value);
  }
  return value;
}

function relationshipsOf(model: Model, shape: Shape): readonly Relationship[] {
  if (shape.kind === "member") return memberRelationships(model, shape);
  const found: Relationship[] = [];
  const add = (kind: RelationshipKind, id: ShapeId | undefined): void => {
    if (id !== undefined) found.push({ kind, from: shape, id, to: findShape(model, id) });
  };
  for (const mixin of shape.mixins) add("mixin", mixin);
  addReferences(shape, add);
  for (const to of shape.members.values()) found.push({ kind: "member", from: shape, id: to.id, to });
  return found;
}

function memberRelationships(model: Model, member: MemberShape): readonly Relationship[] {
  const holder = model.shapes.get(member.container);
  const container: Relationship = { kind: "container", from: member, id: member.container, to: holder };
  // The target of an enum's members says nothing of the model.
  if (holder?.kind === "enum" || holder?.kind === "intEnum") return [container];
  return [container, { kind: "target", from: member, id: member.target, to: findShape(model, member.target) }];
}

type Add = (kind: RelationshipKind, id: ShapeId | undefined) => void;

function addReferences(shape: RootShape, add: Add): void {
  if (shape.kind === "service") addService(shape, add);
  else if (shape.kind === "operation") addOperation(shape, add);
  else if (shape.kind === "resource") addResource(shape, add);
}

function addService(service: ServiceShape, add: Add): void {
  for (const id of service.operations) add("operation", id);
  for (const id of service.resources) add("resource", id);
  for (const id of service.errors) add("error", id);
}

const unit = "smithy.api#Unit";

function addOperation(operation: OperationShape, add: Add): void {
  // To have no input or output, written or not, is no relationship.
  if (operation.input !== unit) add("input", operation.input);
  if (operation.output !== unit) add("output", operation.output);
  for (const id of operation.errors) add("error", id);
}

function addResource(resource: ResourceShape, add: Add): void {
  for (const id of resource.identifiers.values()) add("identifier", id);
  for (const id of resource.properties.values()) add("property", id);
  for (const id of resource.resources) add("resource", id);
  for (const lifecycle of lifecycles) add(lifecycle, resource[lifecycle]);
  for (const id of resource.operations) add("operation", id);
  for (const id of resource.collectionOperations) add("collectionOperation", id);
}

function traitRelationships(model: Model, shape: Shape): readonly Relationship[] {
  const ids = visibleTraits(model, shape).keys();
  return Array.from(ids, (id) => ({ kind: "trait", from: shape, id, to: model.shapes.get(id) }));
}

function bundledRoots(model: Model): readonly RootShape[] {
  return [...model.shapes.values()].filter(({ id }) => isBundled(model, id));
}

/** Bundled shapes refer to shapes of bundled namespaces alone, also where a model has taken the place of one. */
function isNamedByBundled(model: Model, id: ShapeId): boolean {
  const namespace = namespaceOf(id);
  return namespace === "smithy.api" || bundledNamespaces(model).has(namespace);
}

const bundledNamespaces = oncePerModel(
  ({ bundled = [] }): ReadonlySet<string> => new Set(Array.from(bundled, (id) => namespaceOf(id))),
);

function invert(
  roots: Iterable<RootShape>,
  relationships: (shape: Shape) => readonly Relationship[],
): ReadonlyMap<ShapeId, readonly Relationship[]> {
  const inverted = new Map<ShapeId, Relationship[]>();
  for (const root of roots) {
    for (const relationship of relationships(root)) addOnce(inverted, relationship);
    for (const member of root.members.values()) {
      for (const relationship of relationships(member)) addOnce(inverted, relationship);
    }
  }
  return inverted;
}

/** All relationships of one shape arrive in a row, so that only the end of a list can hold the same one. */
function addOnce(inverted: Map<ShapeId, Relationship[]>, relationship: Relationship): void {
  const known = inverted.get(relationship.id);
  if (known === undefined) {
    inverted.set(relationship.id, [relationship]);
    return;
  }
  for (let index = known.length - 1; known[index]?.from === relationship.from; index -= 1) {
    if (known[index]?.kind === relationship.kind) return;
  }
  known.push(relationship);
}
