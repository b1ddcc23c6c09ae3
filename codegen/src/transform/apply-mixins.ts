import { inheritTraits, mergeTraits, noTraits } from "../shapes/mixin-traits.js";
import type { MemberShape, OperationShape, RootShape, ServiceShape } from "../shapes/shape.js";
import { type ShapeId, withMember } from "../shapes/shape-id.js";

/**
 * A shape with what its mixins bring now, in place of what they brought before ("Mixins"). Its own traits, members and
 * properties stay; members that no mixin brings any more go.
 */
export function applyMixins(shape: RootShape, mixed: readonly RootShape[]): RootShape {
  const members = mixMembers(shape, mixed);
  const applied = { ...shape, traits: inheritTraits(mixed, shape.introducedTraits), members };
  switch (applied.kind) {
    case "list":
      return { ...applied, member: members.get("member") ?? applied.member };
    case "map":
      return { ...applied, key: members.get("key") ?? applied.key, value: members.get("value") ?? applied.value };
    case "service":
      return mixService(applied, mixed);
    case "operation":
      return mixOperation(applied, mixed);
    default:
      return applied;
  }
}

function mixMembers(shape: RootShape, mixed: readonly RootShape[]): ReadonlyMap<string, MemberShape> {
  const members = new Map<string, MemberShape>();
  for (const mixin of mixed) {
    for (const member of mixin.members.values()) {
      members.set(member.name, inheritMember(shape, member, members.get(member.name)));
    }
  }
  for (const member of shape.members.values()) if (member.mixins.length === 0) members.set(member.name, member);
  return members;
}

function inheritMember(shape: RootShape, member: MemberShape, previous: MemberShape | undefined): MemberShape {
  const known = shape.members.get(member.name);
  const applied = known !== undefined && known.mixins.length > 0 ? known.introducedTraits : noTraits;
  return {
    ...member,
    id: withMember(shape.id, member.name),
    container: shape.id,
    mixins: [...(previous?.mixins ?? []), member.id],
    traits: mergeTraits(mergeTraits(previous?.traits ?? noTraits, member.traits), applied),
    introducedTraits: applied,
    location: known?.location ?? member.location,
  };
}

function mixService(service: ServiceShape, mixed: readonly RootShape[]): ServiceShape {
  const mixins = mixed.filter((shape) => shape.kind === "service");
  const own = service.introduced ?? (mixins.length === 0 ? undefined : service);
  if (own === undefined) return service;
  return {
    ...service,
    version: own.version ?? mixins.findLast(({ version }) => version !== "")?.version ?? "",
    operations: join(
      mixins.map(({ operations }) => operations),
      own.operations,
    ),
    resources: join(
      mixins.map(({ resources }) => resources),
      own.resources,
    ),
    errors: join(
      mixins.map(({ errors }) => errors),
      own.errors,
    ),
    rename: new Map([...mixins.flatMap(({ rename }) => [...rename]), ...(own.rename ?? [])]),
  };
}

function mixOperation(operation: OperationShape, mixed: readonly RootShape[]): OperationShape {
  const mixins = mixed.filter((shape) => shape.kind === "operation");
  const own = operation.introduced ?? (mixins.length === 0 ? undefined : operation);
  return own === undefined
    ? operation
    : {
        ...operation,
        errors: join(
          mixins.map(({ errors }) => errors),
          own.errors,
        ),
      };
}

function join(inherited: readonly (readonly ShapeId[])[], own: readonly ShapeId[] = []): readonly ShapeId[] {
  return [...new Set([...inherited.flat(), ...own])];
}
