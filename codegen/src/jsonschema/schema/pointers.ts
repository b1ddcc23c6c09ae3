import { unitId } from "../../knowledge/service-index.js";
import { findShape, type Model } from "../../shapes/model.js";
import { isNodeArray, nodeMember } from "../../shapes/node.js";
import { simpleKinds, type MemberShape, type RootShape, type ServiceShape, type Shape } from "../../shapes/shape.js";
import { nameOf, namespaceOf, type ShapeId } from "../../shapes/shape-id.js";
import type { JsonSchemaSettings } from "../settings/json-schema-settings.js";
import { isPrelude, traitOnlyShapes } from "./scope.js";

/** Where the schemas of shapes stand in a document. */
export interface Pointers {
  /** The pointer to a shape's definition. For a member: to its target's, or into its container's where the target is inlined. */
  pointerOf(id: ShapeId): string;
  /** Whether a shape has no definition, and its schema stands wherever it is used. */
  isInlined(shape: RootShape): boolean;
}

/** Where the schemas of shapes stand in a document. */
export interface PointerAssignment {
  readonly pointers: Pointers;
  /** Two shapes with one name, of which neither may get another. */
  readonly conflict: string | undefined;
}

interface NamingContext {
  readonly model: Model;
  readonly settings: JsonSchemaSettings;
  readonly service: ServiceShape | undefined;
}

/**
 * Gives every shape of `shapes` its pointer. Where two have the same name, the later by ID gets its namespace appended when it is a
 * list or a map, which nobody knows by name; other shapes are a conflict.
 */
export function assignPointers(
  context: NamingContext,
  shapes: ReadonlyMap<ShapeId, RootShape>,
  includesUnit: boolean,
): PointerAssignment {
  const assigned = new Map<ShapeId, string>();
  const owners = new Map<string, ShapeId>();
  const pointers = pointersOf(context, assigned);
  let traitOnly: ReadonlySet<ShapeId> | undefined;
  for (const shape of [...shapes.values()].filter(hasName).toSorted(byId)) {
    if (shape.id === unitId && !includesUnit) continue;
    const pointer = rootPointer(context, shape.id);
    const owner = owners.get(pointer);
    if (owner === undefined) {
      assigned.set(shape.id, pointer);
      owners.set(pointer, shape.id);
      continue;
    }
    traitOnly ??= traitOnlyShapes(context.model, shapes);
    if (traitOnly.has(owner)) continue;
    const apart = pointer + namespaceOf(shape.id).split(".").map(capitalize).join("");
    const conflict = conflictOf(shape, owner, pointer, apart, owners);
    if (conflict !== undefined) return { pointers, conflict };
    assigned.set(shape.id, apart);
    owners.set(apart, shape.id);
  }
  return { pointers, conflict: undefined };
}

function conflictOf(
  shape: RootShape,
  owner: ShapeId,
  pointer: string,
  apart: string,
  owners: ReadonlyMap<string, ShapeId>,
): string | undefined {
  const description = `(${shape.kind}: \`${shape.id}\`)`;
  if (shape.kind !== "list" && shape.kind !== "map") {
    return `Shape ${description} conflicts with ${owner} using a JSON schema pointer of ${pointer}`;
  }
  if (!owners.has(apart)) return undefined;
  return `Unable to de-conflict shape ${description} because the de-conflicted name resolves to another generated name: ${apart}`;
}

function pointersOf(context: NamingContext, assigned: ReadonlyMap<ShapeId, string>): Pointers {
  const { model, settings } = context;
  const isInlined = (shape: RootShape): boolean => isInlinedShape(settings, shape);
  return {
    isInlined,
    pointerOf: (id) => {
      const known = assigned.get(id);
      if (known !== undefined) return known;
      const member = findShape(model, id);
      return member?.kind === "member" ? memberPointer(context, member) : rootPointer(context, id);
    },
  };
}

function memberPointer(context: NamingContext, member: MemberShape): string {
  const target = context.model.shapes.get(member.target);
  if (target !== undefined && !isInlinedShape(context.settings, target)) return rootPointer(context, target.id);
  const parent = rootPointer(context, member.container);
  switch (context.model.shapes.get(member.container)?.kind) {
    case "list":
      return `${parent}/items`;
    case "map":
      return `${parent}/${member.name === "key" ? "propertyNames" : "additionalProperties"}`;
    default:
      return `${parent}/properties/${propertyName(context.settings, member)}`;
  }
}

function rootPointer({ settings, service }: NamingContext, id: ShapeId): string {
  const { definitionPointer, alphanumericOnlyRefs } = settings;
  const folder = definitionPointer.endsWith("/") ? definitionPointer : `${definitionPointer}/`;
  const name = service?.rename.get(id) ?? nameOf(id);
  return folder + (alphanumericOnlyRefs ? name.replace(/[^A-Za-z0-9]/g, "") : name);
}

/** The property that a member becomes. */
export function propertyName(settings: JsonSchemaSettings, member: MemberShape): string {
  const jsonName = settings.useJsonName ? member.traits.get("smithy.api#jsonName")?.value : undefined;
  return typeof jsonName === "string" ? jsonName : member.name;
}

function isInlinedShape(settings: JsonSchemaSettings, shape: RootShape): boolean {
  if (shape.kind === "list") return true;
  if (shape.kind === "map") return settings.useInlineMaps;
  if (isStringEnum(shape)) return false;
  if (shape.kind === "intEnum") return settings.disableIntEnums;
  return isSimple(shape);
}

/** An enum, or a string that version 1.0 of the language made one by the `enum` trait. */
function isStringEnum(shape: Shape): boolean {
  return shape.kind === "enum" || shape.traits.has("smithy.api#enum");
}

/** The values of an `enum` trait. */
export function enumTraitValues(shape: Shape): readonly string[] | undefined {
  const definitions = shape.traits.get("smithy.api#enum")?.value;
  if (!isNodeArray(definitions)) return undefined;
  return definitions.map((definition) => nodeMember(definition, "value")).filter((value) => typeof value === "string");
}

/** Whether a shape's name can be in the way of another's: members and most simple types have none in a document. */
function hasName(shape: RootShape): boolean {
  if (shape.kind === "service" || shape.kind === "resource" || shape.kind === "operation") return false;
  if (isPrelude(shape.id) && shape.traits.has("smithy.api#private")) return false;
  return isStringEnum(shape) || (!isSimple(shape) && shape.kind !== "intEnum");
}

const simple = new Set<string>(simpleKinds);

function isSimple(shape: RootShape): boolean {
  return simple.has(shape.kind);
}

function byId(left: RootShape, right: RootShape): number {
  const [a, b] = [left.id.toLowerCase(), right.id.toLowerCase()];
  if (a !== b) return a < b ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
