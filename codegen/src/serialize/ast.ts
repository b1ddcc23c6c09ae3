import { lifecycles } from "../shapes/lifecycles.js";
import { isBundled, type Model } from "../shapes/model.js";
import { createNodeObject, type Node, type NodeObject } from "../shapes/node.js";
import { downgradeShape } from "./downgrade.js";
import { compareTexts } from "./idl-order.js";
import type { MemberShape, OperationShape, ResourceShape, RootShape, ServiceShape, Traits } from "../shapes/shape.js";
import { withoutBox } from "./without-box.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** How a JSON AST is written. */
export interface AstOptions {
  /** The version of the language to write; 2.0 by default. */
  readonly version?: "1.0" | "2.0" | undefined;
}

/**
 * The JSON AST of a model (Smithy 2.0, "JSON AST"), without bundled shapes. Shapes are sorted by their IDs, and mixins stay
 * mixins: what they brought is not repeated. In version 1.0, which has none, their shapes are as if they were written out.
 *
 * @returns a node for {@link nodeToJson}: numbers that no double holds are tokens in it, which `JSON.stringify` would not write
 */
export function serializeAst(model: Model, { version = "2.0" }: AstOptions = {}): NodeObject {
  const shapes: [ShapeId, Node][] = [];
  for (const written of model.shapes.values()) {
    if (isBundled(model, written.id)) continue;
    const shape = version === "1.0" ? downgradeShape(model, written) : withoutBox(written);
    if (shape === undefined) continue;
    shapes.push([shape.id, shapeNode(shape)]);
    for (const member of shape.members.values()) {
      if (member.mixins.length > 0 && member.introducedTraits.size > 0) {
        shapes.push([member.id, toObject([["type", "apply"], ...traitsEntry(member.introducedTraits)])]);
      }
    }
  }
  const metadata = Object.keys(model.metadata).length === 0 ? [] : [["metadata", model.metadata] as const];
  return toObject([["smithy", version], ...metadata, ["shapes", toObject(shapes.toSorted(byKey))]]);
}

type Entry = readonly [string, Node];

function byKey([left]: Entry, [right]: Entry): number {
  return compareTexts(left, right);
}

/** Without regard to case. */
function byLetters(left: ShapeId, right: ShapeId): number {
  return compareTexts(left.toLowerCase(), right.toLowerCase());
}

/** Later entries of a key win. The object has no prototype, so that any key is an own one. */
function toObject(entries: readonly Entry[]): NodeObject {
  const object = createNodeObject();
  for (const [key, value] of entries) object[key] = value;
  return object;
}

function shapeNode(shape: RootShape): Node {
  const mixins: readonly Entry[] = shape.mixins.length === 0 ? [] : [["mixins", shape.mixins.map(referenceNode)]];
  return toObject([["type", shape.kind], ...mixins, ...propertyEntries(shape), ...traitsEntry(shape.introducedTraits)]);
}

function propertyEntries(shape: RootShape): readonly Entry[] {
  switch (shape.kind) {
    case "list":
    case "map":
      return ownMembers(shape).map((member) => [member.name, memberNode(member)]);
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return [["members", toObject(ownMembers(shape).map((member) => [member.name, memberNode(member)]))]];
    case "service":
      return serviceEntries(shape);
    case "operation":
      return operationEntries(shape);
    case "resource":
      return resourceEntries(shape);
    default:
      return [];
  }
}

function ownMembers(shape: RootShape): readonly MemberShape[] {
  return [...shape.members.values()].filter((member) => member.mixins.length === 0);
}

function memberNode(member: MemberShape): Node {
  return toObject([["target", member.target], ...traitsEntry(member.introducedTraits)]);
}

function traitsEntry(traits: Traits): readonly Entry[] {
  if (traits.size === 0) return [];
  const entries = [...traits.values()].map(({ id, value }): Entry => [id, value]);
  return [["traits", toObject(entries.toSorted(byKey))]];
}

function serviceEntries(shape: ServiceShape): readonly Entry[] {
  const { version = "", operations = [], resources = [], errors = [], rename } = shape.introduced ?? shape;
  return [
    ...(version === "" ? [] : [["version", version] as const]),
    ...referencesEntry("operations", operations),
    ...referencesEntry("resources", resources),
    ...referencesEntry("errors", errors),
    ...(rename === undefined || rename.size === 0 ? [] : [["rename", toObject([...rename])] as const]),
  ];
}

function operationEntries(shape: OperationShape): readonly Entry[] {
  const { errors = [] } = shape.introduced ?? shape;
  return [
    ["input", referenceNode(shape.input)],
    ["output", referenceNode(shape.output)],
    ...referencesEntry("errors", errors),
  ];
}

function resourceEntries(shape: ResourceShape): readonly Entry[] {
  return [
    ...referenceMapEntry("identifiers", shape.identifiers),
    ...referenceMapEntry("properties", shape.properties),
    ...lifecycles.flatMap((name): readonly Entry[] => {
      const target = shape[name];
      return target === undefined ? [] : [[name, referenceNode(target)]];
    }),
    ...referencesEntry("operations", shape.operations),
    ...referencesEntry("collectionOperations", shape.collectionOperations),
    ...referencesEntry("resources", shape.resources),
  ];
}

function referenceNode(target: ShapeId): Node {
  return toObject([["target", target]]);
}

/** The order of these lists means nothing; other implementations sort them so, and files stay comparable. */
function referencesEntry(key: string, targets: readonly ShapeId[]): readonly Entry[] {
  return targets.length === 0 ? [] : [[key, targets.toSorted(byLetters).map(referenceNode)]];
}

function referenceMapEntry(key: string, targets: ReadonlyMap<string, ShapeId>): readonly Entry[] {
  if (targets.size === 0) return [];
  return [[key, toObject([...targets].map(([name, target]): Entry => [name, referenceNode(target)]))]];
}
