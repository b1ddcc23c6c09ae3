import { inheritedTraits, mergeTraits, noTraits } from "../shapes/mixin-traits.js";
import { groupBy } from "../shapes/group-by.js";
import type { AppliedTrait, MemberShape, RootShape, Traits } from "../shapes/shape.js";
import { type ShapeId, withMember } from "../shapes/shape-id.js";
import { type Building, findBuilt } from "./building.js";
import { elidedTarget, memberConflict, missingResource, noResource } from "./messages.js";
import type { MemberDefinition, ShapeDefinition } from "./operations.js";

const noIds: readonly ShapeId[] = [];
const noMembers: ReadonlyMap<string, MemberShape> = new Map();

/**
 * The members of a shape: those of its mixins in order, then its own ("Member ordering"). Where they contradict each other,
 * which is reported, the later one is taken.
 */
export function buildMembers(
  building: Building,
  definition: ShapeDefinition,
  mixed: readonly RootShape[],
): ReadonlyMap<string, MemberShape> {
  if (mixed.length === 0 && definition.members.length === 0) return noMembers;
  const members = new Map<string, MemberShape>();
  const own = new Set(mixed.length === 0 ? [] : definition.members.map(({ name }) => name));
  const inherited = mixed.flatMap((mixin) => [...mixin.members.values()]);
  for (const member of inherited) {
    const previous = members.get(member.name);
    if (previous !== undefined && !own.has(member.name)) checkInherited(building, definition, member, previous);
    members.set(member.name, inheritMember(building, definition, member, previous));
  }
  const namesakes = groupBy(inherited, ({ name }) => name);
  for (const member of definition.members) {
    const built = buildMember(building, definition, member, members.get(member.name));
    if (built === undefined) continue;
    members.set(member.name, built);
    checkOwn(building, built, namesakes.get(member.name) ?? []);
  }
  return members;
}

/** Two mixins have a member of this name, the shape does not. Smithy names another shape when traits are applied to it. */
function checkInherited(building: Building, { id }: ShapeDefinition, member: MemberShape, previous: MemberShape): void {
  if (previous.target === member.target) return;
  if (!building.draft.traits.has(previous.id)) reportConflict(building, id, previous.id, member.location);
  else reportConflict(building, previous.id, member.id, previous.location);
}

/** Each mixin's member of the same name must have the target of the shape's own. */
function checkOwn(building: Building, { id, target, location }: MemberShape, namesakes: readonly MemberShape[]): void {
  for (const member of namesakes) if (member.target !== target) reportConflict(building, id, member.id, location);
}

function inheritMember(
  building: Building,
  definition: ShapeDefinition,
  member: MemberShape,
  previous: MemberShape | undefined,
): MemberShape {
  const { name, target, location } = member;
  const id = withMember(definition.id, name);
  building.inherited.add(id);
  const passed = inheritedTraits(member.traits);
  const applied = building.draft.traits.get(id) ?? noTraits;
  // When several mixins have the member, the later ones override the first as if by `apply`, unless the shape itself applies
  // traits to it: this is how Smithy writes it.
  const isOwn = applied.size > 0 || previous === undefined;
  const introducedTraits = isOwn ? applied : mergeTraits(previous.introducedTraits, passed);
  return {
    kind: "member",
    id,
    name,
    container: definition.id,
    target,
    mixins: [...(previous?.mixins ?? noIds), member.id],
    traits: mergeTraits(mergeTraits(previous?.traits ?? noTraits, passed), applied),
    introducedTraits,
    location,
  };
}

function buildMember(
  building: Building,
  definition: ShapeDefinition,
  member: MemberDefinition,
  inherited: MemberShape | undefined,
): MemberShape | undefined {
  const { name, location } = member;
  const id = withMember(definition.id, name);
  const target = member.target ?? targetOfElided(building, definition, name, inherited);
  if (target === undefined) {
    reportElided(building, definition, member);
    return undefined;
  }
  const applied = building.draft.traits.get(id) ?? noTraits;
  const traits = inherited === undefined ? applied : mergeTraits(inherited.traits, applied);
  const implied = impliedValue(definition, name, traits);
  return {
    kind: "member",
    id,
    name,
    container: definition.id,
    target,
    mixins: inherited?.mixins ?? noIds,
    traits: mergeTraits(traits, implied),
    introducedTraits: mergeTraits(applied, implied),
    location,
  };
}

/** A member of an enum without a value has its name as value ("enum member values"). */
function impliedValue(definition: ShapeDefinition, name: string, traits: Traits): Traits {
  const id = "smithy.api#enumValue";
  if (definition.kind !== "enum" || traits.has(id)) return noTraits;
  const trait: AppliedTrait = { id, value: name, location: definition.location };
  return new Map([[id, trait]]);
}

function reportElided(building: Building, definition: ShapeDefinition, { name, location }: MemberDefinition): void {
  const { resource } = definition;
  const id = withMember(definition.id, name);
  const kind = resource && (building.draft.definitions.get(resource) ?? findBuilt(building, resource))?.kind;
  if (resource !== undefined && kind !== undefined && kind !== "resource") {
    building.diagnostics.push(noResource.create({ shape: id, location }, kind, resource));
  }
  const exists =
    resource === undefined || building.draft.definitions.has(resource) || findBuilt(building, resource) !== undefined;
  if (exists) {
    building.diagnostics.push(elidedTarget.create({ shape: id, location }));
  } else {
    building.diagnostics.push(missingResource.create({ shape: definition.id, location }, id, resource));
  }
}

/** "Target elision": from the bound resource, else from a mixin. */
function targetOfElided(
  building: Building,
  definition: ShapeDefinition,
  name: string,
  inherited: MemberShape | undefined,
): ShapeId | undefined {
  if (definition.resource === undefined) return inherited?.target;
  const properties = building.draft.definitions.get(definition.resource)?.properties;
  const bundled = findBuilt(building, definition.resource);
  const resource = properties ?? (bundled?.kind === "resource" ? bundled : undefined);
  return resource?.identifiers?.get(name) ?? resource?.properties?.get(name) ?? inherited?.target;
}

function reportConflict(
  building: Building,
  shape: ShapeId,
  inherited: ShapeId,
  location: MemberDefinition["location"],
): void {
  building.diagnostics.push(memberConflict.create({ shape, location }, inherited));
}
