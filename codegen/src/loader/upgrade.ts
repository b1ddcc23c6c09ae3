import type { Node } from "../shapes/node.js";
import type { AppliedTrait, RootShape } from "../shapes/shape.js";
import { type ShapeId, withMember } from "../shapes/shape-id.js";
import type { ModelDraft } from "./merge.js";
import type { MemberDefinition, ShapeDefinition } from "./operations.js";

const boxTrait = "smithy.api#box";
const defaultTrait = "smithy.api#default";

/** Kinds that had a default value in version 1.0 unless they were boxed, and that value. */
const zeroValues: ReadonlyMap<string, Node> = new Map<string, Node>([
  ["boolean", false],
  ["byte", 0],
  ["short", 0],
  ["integer", 0],
  ["long", 0],
  ["float", 0],
  ["double", 0],
]);

interface Upgrade {
  readonly draft: ModelDraft;
  readonly bundled: ReadonlyMap<ShapeId, RootShape>;
  readonly traits: Map<ShapeId, ReadonlyMap<ShapeId, AppliedTrait>>;
}

/**
 * Gives shapes of version 1.0 files the meaning that they have in version 2.0 ("Updating models from 1.0 to 2.0"): implied
 * defaults become `default` traits, and a boxed member gets `@default(null)`. The `box` traits stay, as in Smithy, for rules
 * that ask for them; nothing writes them into a model of version 2.0.
 */
export function upgradeDraft(draft: ModelDraft, bundled: ReadonlyMap<ShapeId, RootShape>): ModelDraft {
  const old = [...draft.definitions.values()].filter((definition) => definition.fileVersion === "1.0");
  if (old.length === 0) return draft;
  const upgrade: Upgrade = { draft, bundled, traits: new Map(draft.traits) };
  for (const definition of old) upgradeShape(upgrade, definition);
  for (const definition of old) {
    if (definition.kind !== "structure") continue;
    for (const member of definition.members) upgradeMember(upgrade, definition, member);
  }
  return { ...draft, traits: upgrade.traits };
}

function upgradeShape(upgrade: Upgrade, definition: ShapeDefinition): void {
  const zero = zeroValues.get(definition.kind);
  if (zero === undefined || hasTrait(upgrade, definition.id, boxTrait)) return;
  addDefault(upgrade, definition.id, zero, definition);
}

function upgradeMember(upgrade: Upgrade, definition: ShapeDefinition, member: MemberDefinition): void {
  if (member.target === undefined) return;
  const id = withMember(definition.id, member.name);
  const zero = zeroValues.get(kindOf(upgrade, member.target) ?? "");
  if (hasTrait(upgrade, id, boxTrait)) addDefault(upgrade, id, null, definition);
  else if (zero === undefined) {
    if (isOptionalStream(upgrade, id, member.target)) addDefault(upgrade, id, "", definition);
  } else if (hasTrait(upgrade, member.target, defaultTrait)) addDefault(upgrade, id, zero, definition);
}

/** A member that streams a blob is never absent. */
function isOptionalStream(upgrade: Upgrade, member: ShapeId, target: ShapeId): boolean {
  return (
    kindOf(upgrade, target) === "blob" &&
    hasTrait(upgrade, target, "smithy.api#streaming") &&
    !hasTrait(upgrade, member, "smithy.api#required")
  );
}

function kindOf(upgrade: Upgrade, id: ShapeId): string | undefined {
  return (upgrade.draft.definitions.get(id) ?? upgrade.bundled.get(id))?.kind;
}

function hasTrait(upgrade: Upgrade, id: ShapeId, trait: ShapeId): boolean {
  const traits = upgrade.traits.get(id) ?? upgrade.bundled.get(id)?.traits;
  return traits?.has(trait) ?? false;
}

function addDefault(upgrade: Upgrade, id: ShapeId, value: Node, definition: ShapeDefinition): void {
  if (hasTrait(upgrade, id, defaultTrait)) return;
  const traits = new Map(upgrade.traits.get(id));
  traits.set(defaultTrait, { id: defaultTrait, value, location: definition.location });
  upgrade.traits.set(id, traits);
}
