import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { AppliedTrait, MemberShape, RootShape, Traits } from "../shapes/shape.js";
import { containerOf, memberNameOf, nameOf, type ShapeId, withMember } from "../shapes/shape-id.js";
import type { ModelDraft } from "./merge.js";
import { lifecycles, type MemberDefinition, type ShapeDefinition, type ShapeProperties } from "./operations.js";
import { resolveMixins } from "./mixins.js";

const noTraits: Traits = new Map();
const noIds: readonly ShapeId[] = [];
const noMembers: ReadonlyMap<string, MemberShape> = new Map();

export interface BuiltShapes {
  /** The shapes of the draft in the order of their definition. */
  readonly shapes: ReadonlyMap<ShapeId, RootShape>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Building {
  readonly draft: ModelDraft;
  readonly bundled: ReadonlyMap<ShapeId, RootShape>;
  readonly shapes: Map<ShapeId, RootShape>;
  readonly diagnostics: Diagnostic[];
}

/** Turns the definitions of a draft into shapes, with mixins and traits applied. */
export function buildShapes(draft: ModelDraft, bundled: ReadonlyMap<ShapeId, RootShape>): BuiltShapes {
  const building: Building = { draft, bundled, shapes: new Map(), diagnostics: [] };
  const { order, diagnostics } = resolveMixins(draft, bundled);
  building.diagnostics.push(...diagnostics);
  const built = new Map<ShapeId, RootShape>();
  const complete: Building = { ...building, shapes: built };
  for (const definition of order) built.set(definition.id, buildShape(complete, definition));
  for (const id of draft.definitions.keys()) {
    const shape = built.get(id);
    if (shape !== undefined) building.shapes.set(id, shape);
  }
  applyToBundled(building);
  return { shapes: building.shapes, diagnostics: building.diagnostics };
}

function buildShape(building: Building, definition: ShapeDefinition): RootShape {
  const { id, mixins, location } = definition;
  const introducedTraits = building.draft.traits.get(id) ?? noTraits;
  const mixed = mixins.flatMap((mixin) => findBuilt(building, mixin) ?? []);
  const traits = mixed.length === 0 ? introducedTraits : inheritTraits(mixed, introducedTraits);
  const members = buildMembers(building, definition, mixed);
  const common = { id, traits, introducedTraits, mixins, members, location };
  return buildKind(common, definition, mixed);
}

type Common = Pick<RootShape, "id" | "traits" | "introducedTraits" | "mixins" | "members" | "location">;

function buildKind(common: Common, definition: ShapeDefinition, mixed: readonly RootShape[]): RootShape {
  const { properties } = definition;
  switch (definition.kind) {
    case "list":
      return { ...common, kind: "list", member: common.members.get("member") ?? missingMember(common.id, "member") };
    case "map":
      return {
        ...common,
        kind: "map",
        key: common.members.get("key") ?? missingMember(common.id, "key"),
        value: common.members.get("value") ?? missingMember(common.id, "value"),
      };
    case "service": {
      const services = mixed.filter((shape) => shape.kind === "service");
      const rename = new Map(services.flatMap((service) => [...service.rename]));
      for (const [id, name] of properties.rename ?? []) rename.set(id, name);
      const version = properties.version ?? services.findLast((service) => service.version !== "")?.version ?? "";
      return {
        ...common,
        kind: "service",
        version,
        operations: joinIds(
          services.map((service) => service.operations),
          properties.operations,
        ),
        resources: joinIds(
          services.map((service) => service.resources),
          properties.resources,
        ),
        errors: joinIds(
          services.map((service) => service.errors),
          properties.errors,
        ),
        rename,
      };
    }
    case "operation": {
      const operations = mixed.filter((shape) => shape.kind === "operation");
      return {
        ...common,
        kind: "operation",
        input: properties.input ?? "smithy.api#Unit",
        output: properties.output ?? "smithy.api#Unit",
        errors: joinIds(
          operations.map((operation) => operation.errors),
          properties.errors,
        ),
      };
    }
    case "resource":
      return { ...common, kind: "resource", ...resourceProperties(properties) };
    default:
      return { ...common, kind: definition.kind };
  }
}

function resourceProperties(properties: ShapeProperties) {
  return {
    identifiers: properties.identifiers ?? new Map<string, ShapeId>(),
    properties: properties.properties ?? new Map<string, ShapeId>(),
    ...Object.fromEntries(
      lifecycles.flatMap((name) => (properties[name] === undefined ? [] : [[name, properties[name]]])),
    ),
    operations: properties.operations ?? noIds,
    collectionOperations: properties.collectionOperations ?? noIds,
    resources: properties.resources ?? noIds,
  };
}

function joinIds(inherited: readonly (readonly ShapeId[])[], own: readonly ShapeId[] | undefined): readonly ShapeId[] {
  if (inherited.length === 0) return own ?? noIds;
  return [...new Set([...inherited.flat(), ...(own ?? [])])];
}

/** A member that a list or map lacks. The lack is an error; this keeps the shape whole for those who look at it. */
function missingMember(container: ShapeId, name: string): MemberShape {
  const id = withMember(container, name);
  const target = "smithy.api#Unit";
  return { kind: "member", id, name, container, target, mixins: noIds, traits: noTraits, introducedTraits: noTraits };
}

/**
 * Mixins from left to right, each stronger than those before; the shape's own traits are the strongest ("Traits and
 * mixins"). The mixin trait itself and what it lists in `localTraits` stay with the mixin.
 */
function inheritTraits(mixed: readonly RootShape[], introduced: Traits): Traits {
  const traits = new Map<ShapeId, AppliedTrait>();
  for (const mixin of mixed) {
    const local = localTraits(mixin);
    for (const [id, trait] of mixin.traits) if (!local.has(id)) traits.set(id, trait);
  }
  for (const [id, trait] of introduced) traits.set(id, trait);
  return traits;
}

function localTraits(mixin: RootShape): ReadonlySet<ShapeId> {
  const value = mixin.traits.get("smithy.api#mixin")?.value;
  const listed = typeof value === "object" && value !== null && "localTraits" in value ? value.localTraits : [];
  const ids = Array.isArray(listed) ? listed.filter((id) => typeof id === "string") : [];
  return new Set(["smithy.api#mixin", ...ids]);
}

function buildMembers(
  building: Building,
  definition: ShapeDefinition,
  mixed: readonly RootShape[],
): ReadonlyMap<string, MemberShape> {
  if (mixed.length === 0 && definition.members.length === 0) return noMembers;
  const members = new Map<string, MemberShape>();
  for (const mixin of mixed) {
    for (const member of mixin.members.values()) inheritMember(building, definition, members, member);
  }
  for (const member of definition.members) {
    const built = buildMember(building, definition, member, members.get(member.name));
    if (built !== undefined) members.set(member.name, built);
  }
  return members;
}

function inheritMember(
  building: Building,
  definition: ShapeDefinition,
  members: Map<string, MemberShape>,
  member: MemberShape,
): void {
  const { name, target } = member;
  const id = withMember(definition.id, name);
  const previous = members.get(name);
  if (previous !== undefined && previous.target !== target) {
    reportConflict(building, definition, id, member.id);
    return;
  }
  const introducedTraits = building.draft.traits.get(id) ?? noTraits;
  const traits = mergeTraits(mergeTraits(previous?.traits ?? noTraits, member.traits), introducedTraits);
  const mixins = [...(previous?.mixins ?? noIds), member.id];
  const container = definition.id;
  members.set(name, {
    kind: "member",
    id,
    name,
    container,
    target,
    mixins,
    traits,
    introducedTraits,
    location: member.location,
  });
}

function buildMember(
  building: Building,
  definition: ShapeDefinition,
  member: MemberDefinition,
  inherited: MemberShape | undefined,
): MemberShape | undefined {
  const { name, location } = member;
  const id = withMember(definition.id, name);
  const target = member.target ?? elidedTarget(building, definition, name, inherited);
  if (target === undefined) {
    building.diagnostics.push({
      code: "Model",
      severity: "ERROR",
      message:
        "Member target was elided, but no bound resource or mixin contained a matching identifier or member name.",
      shape: id,
      location,
    });
    return undefined;
  }
  if (inherited !== undefined && inherited.target !== target) {
    reportConflict(building, definition, id, inherited.mixins.at(-1) ?? inherited.id, location);
    return inherited;
  }
  const introducedTraits = building.draft.traits.get(id) ?? noTraits;
  const traits = inherited === undefined ? introducedTraits : mergeTraits(inherited.traits, introducedTraits);
  return {
    kind: "member",
    id,
    name,
    container: definition.id,
    target,
    mixins: inherited?.mixins ?? noIds,
    traits,
    introducedTraits,
    location,
  };
}

/** "Target elision": from the bound resource, else from a mixin. */
function elidedTarget(
  building: Building,
  definition: ShapeDefinition,
  name: string,
  inherited: MemberShape | undefined,
): ShapeId | undefined {
  if (definition.resource !== undefined) {
    const resource = building.draft.definitions.get(definition.resource)?.properties;
    const target = resource?.identifiers?.get(name) ?? resource?.properties?.get(name);
    if (target !== undefined) return target;
  }
  return inherited?.target;
}

function reportConflict(
  building: Building,
  definition: ShapeDefinition,
  member: ShapeId,
  inherited: ShapeId,
  location = definition.location,
): void {
  building.diagnostics.push({
    code: "Model",
    severity: "ERROR",
    message: `Member conflicts with an inherited mixin member: \`${inherited}\``,
    shape: member,
    location,
  });
}

function mergeTraits(weak: Traits, strong: Traits): Traits {
  if (strong.size === 0) return weak;
  if (weak.size === 0) return strong;
  return new Map([...weak, ...strong]);
}

function findBuilt(building: Building, id: ShapeId): RootShape | undefined {
  return building.shapes.get(id) ?? building.bundled.get(id);
}

/** `apply` reaches bundled shapes too: they are replaced by copies. Targets that do not exist are errors. */
function applyToBundled(building: Building): void {
  for (const [target, traits] of building.draft.traits) {
    const member = memberNameOf(target);
    const root = containerOf(target);
    const own = building.draft.definitions.has(root);
    const shape = findBuilt(building, root);
    if (shape === undefined || (member !== undefined && !shape.members.has(member))) {
      if (own && shape === undefined) continue;
      reportUnknownTarget(building, target, traits);
    } else if (!own) building.shapes.set(root, withTraits(shape, member, traits));
  }
}

function withTraits(shape: RootShape, name: string | undefined, added: Traits): RootShape {
  if (name === undefined) {
    const introducedTraits = mergeTraits(shape.introducedTraits, added);
    return { ...shape, traits: mergeTraits(shape.traits, added), introducedTraits };
  }
  const members = new Map(shape.members);
  const member = members.get(name);
  if (member !== undefined) {
    const introducedTraits = mergeTraits(member.introducedTraits, added);
    members.set(name, { ...member, traits: mergeTraits(member.traits, added), introducedTraits });
  }
  return { ...shape, members };
}

function reportUnknownTarget(building: Building, target: ShapeId, traits: Traits): void {
  for (const { id, location } of traits.values()) {
    const name = id.startsWith("smithy.api#") ? nameOf(id) : id;
    building.diagnostics.push({
      code: "Model",
      severity: "ERROR",
      message: `Trait \`${name}\` applied to unknown shape \`${target}\``,
      location,
    });
  }
}
