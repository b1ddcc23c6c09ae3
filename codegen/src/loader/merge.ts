import { describeLocation } from "../diagnostics/describe-location.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { createNodeObject, isNodeArray, type Node, type NodeObject } from "../shapes/node.js";
import { equalNodes } from "../shapes/node-equality.js";
import type { AppliedTrait, RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { Location } from "../source/source.js";
import {
  boxInVersion2,
  defaultInVersion1,
  deprecatedEnumTrait,
  ignoredDuplicate,
  metadataConflict,
  mixinInVersion1,
  shapeConflict,
  traitConflict,
} from "./messages.js";
import type { ApplyTrait, LoadOperation, PutMetadata, ShapeDefinition } from "./operations.js";

/** What all files of a model say together, before mixins are applied. */
export interface ModelDraft {
  readonly definitions: ReadonlyMap<ShapeId, ShapeDefinition>;
  /** Traits by the shape or member that they were applied to, whether it exists or not. */
  readonly traits: ReadonlyMap<ShapeId, ReadonlyMap<ShapeId, AppliedTrait>>;
  readonly metadata: NodeObject;
  /** Where each key of the metadata was first set. */
  readonly metadataLocations: ReadonlyMap<string, Location>;
  readonly diagnostics: readonly Diagnostic[];
}

interface MutableDraft {
  readonly definitions: Map<ShapeId, ShapeDefinition>;
  readonly traits: Map<ShapeId, Map<ShapeId, AppliedTrait>>;
  readonly metadata: Record<string, Node>;
  readonly metadataLocations: Map<string, Location>;
  readonly diagnostics: Diagnostic[];
  /** Lists that were joined here, so that nobody else has them. */
  readonly joinedLists: WeakMap<readonly Node[], Node[]>;
}

/**
 * Merges the load operations of all files (Smithy 2.0, "Merging model files").
 *
 * @param bundled - shapes that are already there: the prelude and the trait modules.
 */
export function mergeOperations(
  operations: Iterable<LoadOperation>,
  bundled: ReadonlyMap<ShapeId, RootShape>,
): ModelDraft {
  const draft: MutableDraft = {
    definitions: new Map(),
    traits: new Map(),
    metadata: createNodeObject(),
    metadataLocations: new Map(),
    diagnostics: [],
    joinedLists: new WeakMap(),
  };
  const traits: ApplyTrait[] = [];
  for (const operation of operations) {
    if (operation.kind === "trait") traits.push(operation);
    else if (operation.kind === "shape") defineShape(draft, operation.definition);
    else putMetadata(draft, operation);
  }
  for (const operation of traits) applyTrait(draft, operation, bundled);
  return draft;
}

/** Arrays of one key are joined in the order of the files; anything else must be equal ("Merging metadata"). */
function putMetadata(draft: MutableDraft, { key, value, location }: PutMetadata): void {
  const previousLocation = draft.metadataLocations.get(key);
  if (previousLocation === undefined) {
    draft.metadata[key] = value;
    draft.metadataLocations.set(key, location);
    return;
  }
  const previous = draft.metadata[key] as Node;
  if (isNodeArray(previous) && isNodeArray(value)) draft.metadata[key] = [...previous, ...value];
  else if (!equalNodes(previous, value)) {
    const details = { location, related: [{ message: "It was first set here.", location: previousLocation }] };
    const [here, there] = [describeLocation(location), describeLocation(previousLocation)];
    draft.diagnostics.push(metadataConflict.create(details, key, here, there));
  }
}

/** A shape may be defined twice if both definitions agree ("Shape ID conflicts"). */
function defineShape(draft: MutableDraft, definition: ShapeDefinition): void {
  const previous = draft.definitions.get(definition.id);
  if (previous === undefined) {
    draft.definitions.set(definition.id, definition);
    return;
  }
  const { id, location } = definition;
  const [here, there] = [describeLocation(location), describeLocation(previous.location)];
  const differences = differencesOf(definition, previous);
  if (differences !== undefined) {
    const related = [{ message: "It was first defined here", location: previous.location }];
    draft.diagnostics.push(shapeConflict.create({ shape: id, location, related }, id, here, there, differences));
  } else if (here !== there) draft.diagnostics.push(ignoredDuplicate.create({ shape: id, location }, id, here, there));
}

/** In what two definitions of a shape differ, in Smithy's words, which tell of few of the differences; undefined when they agree. */
function differencesOf(left: ShapeDefinition, right: ShapeDefinition): readonly string[] | undefined {
  if (!differs(left, right)) return undefined;
  const differences: string[] = [];
  if (left.kind !== right.kind) differences.push(`Left is ${left.kind}, right is ${right.kind}`);
  if (!equalLists(left.mixins, right.mixins)) {
    differences.push(`Left mixins: [${left.mixins.join(", ")}], right mixins: [${right.mixins.join(", ")}]`);
  }
  const [leftNames, rightNames] = [left.members.map(({ name }) => name), right.members.map(({ name }) => name)];
  if (!equalLists(memberLines(left).toSorted(), memberLines(right).toSorted())) {
    differences.push(`Members differ: [${leftNames.join(", ")}] vs [${rightNames.join(", ")}]`);
  }
  return differences;
}

function differs(left: ShapeDefinition, right: ShapeDefinition): boolean {
  if (left.kind !== right.kind || !equalLists(left.mixins, right.mixins)) return true;
  if (!equalLists(memberLines(left), memberLines(right))) return true;
  const keys = new Set([...Object.keys(left.properties), ...Object.keys(right.properties)]);
  return [...keys].some((key) => {
    const name = key as keyof ShapeDefinition["properties"];
    return !equalProperties(left.properties[name], right.properties[name]);
  });
}

function memberLines({ members }: ShapeDefinition): readonly string[] {
  return members.map(({ name, target }) => `${name}: ${target}`);
}

type PropertyValue = ShapeDefinition["properties"][keyof ShapeDefinition["properties"]];

function equalProperties(left: PropertyValue, right: PropertyValue): boolean {
  if (left instanceof Map && right instanceof Map) {
    return left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
  }
  if (Array.isArray(left) && Array.isArray(right)) return equalLists(left, right);
  return left === right;
}

function equalLists(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

/** A trait may be applied twice with equal values; list values are joined ("Trait conflict resolution"). */
function applyTrait(draft: MutableDraft, operation: ApplyTrait, bundled: ReadonlyMap<ShapeId, RootShape>): void {
  let applied = draft.traits.get(operation.target);
  if (applied === undefined) {
    applied = new Map();
    draft.traits.set(operation.target, applied);
  }
  const { trait: id, location } = operation;
  checkVersion(draft, operation);
  const value = operation.value === undefined ? annotationValue(draft, id, bundled) : operation.value;
  const previous = applied.get(id);
  if (previous === undefined) applied.set(id, { id, value, location });
  else if (isNodeArray(previous.value) && isNodeArray(value)) {
    joinLists(draft, applied, previous, previous.value, value);
  } else if (!equalNodes(previous.value, value)) {
    const where = describeLocation(previous.location);
    const details = { shape: operation.target, location };
    draft.diagnostics.push(traitConflict.create(details, id, operation.target, where, describeLocation(location)));
  }
}

/** A joined list is grown in place: a trait may be applied very often. */
function joinLists(
  draft: MutableDraft,
  applied: Map<ShapeId, AppliedTrait>,
  { id, location }: AppliedTrait,
  previous: readonly Node[],
  added: readonly Node[],
): void {
  let list = draft.joinedLists.get(previous);
  if (list === undefined) {
    list = [...previous];
    draft.joinedLists.set(list, list);
    applied.set(id, { id, value: list, location });
  }
  for (const item of added) list.push(item);
}

/** The value of `@trait`: an empty object or array where the trait's shape asks for one, else null ("Annotation traits"). */
function annotationValue(draft: MutableDraft, trait: ShapeId, bundled: ReadonlyMap<ShapeId, RootShape>): Node {
  const kind = (draft.definitions.get(trait) ?? bundled.get(trait))?.kind;
  if (kind === "list") return [];
  return kind === "structure" || kind === "map" || kind === "union" || kind === undefined ? {} : null;
}

/** Traits that only one version of the language has. */
function checkVersion(draft: MutableDraft, { target, trait, fileVersion, location }: ApplyTrait): void {
  const details = { shape: target, location };
  if (fileVersion === "2.0") {
    if (trait === "smithy.api#box") draft.diagnostics.push(boxInVersion2.create(details));
    if (trait === "smithy.api#enum") draft.diagnostics.push(deprecatedEnumTrait.create(details));
  } else if (trait === "smithy.api#default") draft.diagnostics.push(defaultInVersion1.create(details));
  else if (trait === "smithy.api#mixin") draft.diagnostics.push(mixinInVersion1.create(details, target));
}
