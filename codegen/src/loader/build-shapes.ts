import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { inheritTraits, mergeTraits, noTraits } from "../shapes/mixin-traits.js";
import type { Members, RootShape, Traits } from "../shapes/shape.js";
import { containerOf, memberNameOf, nameOf, type ShapeId, withMember } from "../shapes/shape-id.js";
import { buildMembers } from "./build-members.js";
import { buildOperation, buildResource, buildService } from "./build-properties.js";
import { type Building, type CommonParts, findBuilt } from "./building.js";
import { checkShape, dropExtraMembers } from "./check-shape.js";
import type { ModelDraft } from "./merge.js";
import { missingMixin, unknownTraitTarget } from "./messages.js";
import { resolveMixins } from "./mixins.js";
import type { ShapeDefinition } from "./operations.js";

/** Shapes with their mixins applied, and what is wrong with members and mixins. */
export interface BuiltShapes {
  /** The shapes of the draft in the order of their definition, without those that are broken beyond use. */
  readonly shapes: ReadonlyMap<ShapeId, RootShape>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Turns the definitions of a draft into shapes, with mixins and traits applied. */
export function buildShapes(draft: ModelDraft, bundled: ReadonlyMap<ShapeId, RootShape>): BuiltShapes {
  const { order, diagnostics } = resolveMixins(draft);
  const building: Building = { draft, bundled, built: new Map(), inherited: new Set(), diagnostics: [...diagnostics] };
  for (const definition of order) {
    const shape = buildShape(building, definition);
    if (shape !== undefined) building.built.set(definition.id, shape);
  }
  const shapes = new Map<ShapeId, RootShape>();
  for (const id of draft.definitions.keys()) {
    const shape = building.built.get(id);
    if (shape !== undefined) shapes.set(id, shape);
  }
  for (const shape of applyElsewhere(building)) shapes.set(shape.id, shape);
  return { shapes, diagnostics: building.diagnostics };
}

function buildShape(building: Building, definition: ShapeDefinition): RootShape | undefined {
  const { id, location } = definition;
  const mixins = definition.mixins.length < 2 ? definition.mixins : [...new Set(definition.mixins)];
  const mixed = mixins.flatMap(
    (mixin) => findBuilt(building, mixin) ?? reportMissingMixin(building, definition, mixin),
  );
  if (mixed.length < mixins.length) return undefined;
  const introducedTraits = building.draft.traits.get(id) ?? noTraits;
  const traits = mixed.length === 0 ? introducedTraits : inheritTraits(mixed, introducedTraits);
  const members = dropExtraMembers(building, definition, buildMembers(building, definition, mixed), mixed);
  if (!checkShape(building, definition, members, mixed)) return undefined;
  return buildKind({ id, traits, introducedTraits, mixins, members, location }, definition, mixed);
}

/** The mixin does not exist, or is broken itself. An elided member is the first to miss it. */
function reportMissingMixin(building: Building, definition: ShapeDefinition, mixin: ShapeId): readonly RootShape[] {
  const { id, location, members } = definition;
  const elided = definition.resource === undefined ? members.find((member) => member.target === undefined) : undefined;
  const user = elided === undefined ? id : withMember(id, elided.name);
  building.diagnostics.push(missingMixin.create({ shape: id, location }, user, mixin));
  return [];
}

function buildKind(
  common: CommonParts,
  definition: ShapeDefinition,
  mixed: readonly RootShape[],
): RootShape | undefined {
  const { kind, properties } = definition;
  switch (kind) {
    case "list": {
      const member = common.members.get("member");
      if (member === undefined) return undefined;
      return definition.isSet === true ? { ...common, kind, member, isSet: true } : { ...common, kind, member };
    }
    case "map": {
      const key = common.members.get("key");
      const value = common.members.get("value");
      return key && value && { ...common, kind, key, value };
    }
    case "service":
      return buildService(common, properties, mixed);
    case "operation":
      return buildOperation(common, properties, mixed);
    case "resource":
      return buildResource(common, properties);
    default:
      return { ...common, kind };
  }
}

/**
 * `apply` reaches bundled shapes too: these copies replace them. Targets that do not exist are errors: a member counts as
 * existing when its shape defines it, or when a mixin brought it before the shape was found to be broken.
 */
function applyElsewhere(building: Building): readonly RootShape[] {
  const changed = new Map<ShapeId, RootShape>();
  const memberNames = new Map<ShapeDefinition, ReadonlySet<string>>();
  for (const [target, traits] of building.draft.traits) {
    const member = memberNameOf(target);
    const root = containerOf(target);
    const definition = building.draft.definitions.get(root);
    if (definition !== undefined) {
      if (member === undefined || building.inherited.has(target)) continue;
      const names = memberNames.get(definition) ?? new Set(definition.members.map(({ name }) => name));
      memberNames.set(definition, names);
      if (!names.has(member)) reportUnknownTarget(building, target, traits);
      continue;
    }
    const shape = changed.get(root) ?? building.bundled.get(root);
    if (shape === undefined || (member !== undefined && !shape.members.has(member))) {
      reportUnknownTarget(building, target, traits);
    } else changed.set(root, withTraits(shape, member, traits));
  }
  return [...changed.values()];
}

function withTraits(shape: RootShape, name: string | undefined, added: Traits): RootShape {
  if (name === undefined) {
    const introducedTraits = mergeTraits(shape.introducedTraits, added);
    return { ...shape, traits: mergeTraits(shape.traits, added), introducedTraits };
  }
  const members: Members = new Map(
    [...shape.members].map(([key, member]) => {
      if (key !== name) return [key, member];
      const introducedTraits = mergeTraits(member.introducedTraits, added);
      return [key, { ...member, traits: mergeTraits(member.traits, added), introducedTraits }];
    }),
  );
  return { ...shape, members };
}

function reportUnknownTarget(building: Building, target: ShapeId, traits: Traits): void {
  for (const { id, location } of traits.values()) {
    const name = id.startsWith("smithy.api#") ? nameOf(id) : id;
    building.diagnostics.push(unknownTraitTarget.create({ location }, name, target));
  }
}
