import type { Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import { containerOf, memberNameOf, type ShapeId } from "../shapes/shape-id.js";
import { withMembers } from "../shapes/edit-members.js";
import { editTraits, withTrait } from "./edit-traits.js";
import { withoutReferences } from "./remove-references.js";
import { remix } from "./replace-shapes.js";

const enumValue = "smithy.api#enumValue";
const memberHolders: ReadonlySet<string> = new Set(["enum", "intEnum", "structure", "union"]);

/**
 * The model without these shapes and members, and without what refers to them: members of structures and unions that
 * target them, bindings of services and resources, inputs, outputs and errors of operations, renames, mixins, and applications of
 * the traits that they define. As in Smithy's implementation, lists and maps that target them, the identifiers and properties of
 * resources and the errors of services keep their references; members of lists and maps cannot be removed.
 */
export function removeShapes(model: Model, ids: Iterable<ShapeId>): Model {
  const removed = new Set([...ids].filter((id) => isRemovable(model, id)));
  if (removed.size === 0) return model;
  const { traits, mixins } = definedBy(model, removed);
  const shapes = new Map<ShapeId, RootShape>();
  const changed = new Set<ShapeId>();
  for (const [id, shape] of model.shapes) {
    if (removed.has(id)) continue;
    const cleaned = clean(shape, { removed, traits, mixins });
    shapes.set(id, cleaned);
    if (cleaned !== shape) changed.add(id);
  }
  remix(shapes, changed);
  return { ...model, shapes };
}

function isRemovable(model: Model, id: ShapeId): boolean {
  const container = model.shapes.get(containerOf(id));
  const member = memberNameOf(id);
  if (container === undefined || member === undefined) return container !== undefined;
  return memberHolders.has(container.kind) && container.members.has(member);
}

interface Removal {
  readonly removed: ReadonlySet<ShapeId>;
  /** The removed shapes that define traits, and those that are mixins. */
  readonly traits: ReadonlySet<ShapeId>;
  readonly mixins: ReadonlySet<ShapeId>;
}

function definedBy(model: Model, removed: ReadonlySet<ShapeId>): Pick<Removal, "traits" | "mixins"> {
  const traits = new Set<ShapeId>();
  const mixins = new Set<ShapeId>();
  for (const id of removed) {
    const shape = model.shapes.get(id);
    if (shape?.traits.has("smithy.api#trait") === true) traits.add(id);
    if (shape?.traits.has("smithy.api#mixin") === true) mixins.add(id);
  }
  return { traits, mixins };
}

function clean(shape: RootShape, { removed, traits, mixins }: Removal): RootShape {
  let cleaned = withoutReferences(shape, removed);
  if (memberHolders.has(shape.kind)) {
    const targets = shape.kind === "structure" || shape.kind === "union";
    cleaned = withMembers(cleaned, (member) =>
      removed.has(member.id) || (targets && removed.has(member.target)) ? undefined : member,
    );
  }
  if (mixins.size > 0 && shape.mixins.some((mixin) => mixins.has(mixin))) {
    cleaned = withoutMixins(cleaned, mixins);
  }
  if (traits.size === 0) return cleaned;
  return withValues(editTraits(cleaned, (trait) => (traits.has(trait.id) ? undefined : trait)));
}

/** A member of an enum that loses its value has its name for one. */
function withValues(shape: RootShape): RootShape {
  if (shape.kind !== "enum") return shape;
  return withMembers(shape, (member) =>
    member.mixins.length > 0 || member.traits.has(enumValue) ? member : withTrait(member, enumValue, member.name),
  );
}

/** The shape keeps what it says itself; what the mixins brought goes. */
function withoutMixins(shape: RootShape, mixins: ReadonlySet<ShapeId>): RootShape {
  const left = shape.mixins.filter((mixin) => !mixins.has(mixin));
  const cleaned = withMembers({ ...shape, mixins: left }, (member) => {
    if (member.mixins.length === 0) return member;
    const sources = member.mixins.filter((source) => !mixins.has(containerOf(source)));
    return sources.length === 0 ? undefined : { ...member, mixins: sources };
  });
  // Without any mixin left, nothing applies them again.
  return left.length > 0 ? cleaned : { ...cleaned, traits: cleaned.introducedTraits, ...ownProperties(cleaned) };
}

function ownProperties(shape: RootShape): object {
  if (shape.kind === "operation") return { errors: shape.introduced?.errors ?? [], introduced: undefined };
  if (shape.kind !== "service") return {};
  const { version = "", operations = [], resources = [], errors = [], rename = new Map() } = shape.introduced ?? shape;
  return { version, operations, resources, errors, rename, introduced: undefined };
}
