import type { ShapeId } from "../shapes/shape-id.js";
import {
  type EntityShapeStatement,
  keyText,
  type NodeValue,
  type ObjectNode,
  spanOf,
  type SyntaxNode,
} from "../syntax/tree.js";
import { resolveId } from "./idl-names.js";
import { lowerShapeIdNode } from "./idl-nodes.js";
import { additionalProperties, malformed } from "./messages.js";
import type { IdlLowering } from "./lower-idl.js";
import { lifecycles } from "../shapes/lifecycles.js";
import type { ShapeProperties } from "./operations.js";

const propertiesOfKind = {
  service: ["version", "operations", "resources", "errors", "rename"],
  resource: ["identifiers", "properties", ...lifecycles, "operations", "collectionOperations", "resources"],
} as const;

interface EntityBody {
  readonly lowering: IdlLowering;
  readonly shape: ShapeId;
  readonly values: ReadonlyMap<string, NodeValue>;
}

/** The properties of a service or resource ("Service", "Resource"). */
export function lowerEntity(lowering: IdlLowering, shape: ShapeId, statement: EntityShapeStatement): ShapeProperties {
  const values = propertyValues(lowering, shape, statement);
  const body: EntityBody = { lowering, shape, values };
  if (statement.type === "service") {
    return {
      version: stringProperty(body, "version"),
      operations: idsProperty(body, "operations"),
      resources: idsProperty(body, "resources"),
      errors: idsProperty(body, "errors"),
      rename: renameProperty(body),
    };
  }
  return {
    identifiers: idMapProperty(body, "identifiers"),
    properties: idMapProperty(body, "properties"),
    ...Object.fromEntries(lifecycles.map((name) => [name, idProperty(body, name)])),
    operations: idsProperty(body, "operations"),
    collectionOperations: idsProperty(body, "collectionOperations"),
    resources: idsProperty(body, "resources"),
  };
}

function propertyValues(
  lowering: IdlLowering,
  shape: ShapeId,
  statement: EntityShapeStatement,
): ReadonlyMap<string, NodeValue> {
  const known: readonly string[] = propertiesOfKind[statement.type];
  const values = new Map<string, NodeValue>();
  const unknown: string[] = [];
  for (const { key, value } of statement.body.entries) {
    const name = keyText(key);
    values.set(name, value);
    if (!known.includes(name)) unknown.push(name);
  }
  if (unknown.length > 0) {
    const location = spanOf(lowering.tree, statement.name);
    lowering.diagnostics.push(additionalProperties.create({ shape, location }, known, unknown));
  }
  return values;
}

function stringProperty(body: EntityBody, name: string): string | undefined {
  const value = body.values.get(name);
  if (value === undefined) return undefined;
  if (value.kind === "string" || value.kind === "text-block") return value.value;
  report(body, value, `Expected \`${name}\` to be a string; found ${describe(value)}`);
  return undefined;
}

function idProperty(body: EntityBody, name: string): ShapeId | undefined {
  const value = body.values.get(name);
  return value === undefined ? undefined : idValue(body, value, `Expected \`${name}\` member to be a string, but`);
}

/** A shape ID, bare or in quotes; `expected` begins the message where it is neither. */
function idValue(body: EntityBody, value: NodeValue, expected = "Expected string, but"): ShapeId | undefined {
  if (value.kind === "shape-id") return lowerShapeIdNode(body.lowering, value);
  if (value.kind === "string") return resolveId(body.lowering.scope, value.value);
  report(body, value, `${expected} found ${describe(value)}.`);
  return undefined;
}

function idsProperty(body: EntityBody, name: string): readonly ShapeId[] | undefined {
  const value = body.values.get(name);
  if (value === undefined) return undefined;
  if (value.kind === "array") {
    return value.elements.flatMap(
      (element, index) => idValue(body, element, `Expected array element ${index} to be a string but`) ?? [],
    );
  }
  report(body, value, `Expected \`${name}\` member to be an array, but found ${describe(value)}.`);
  return undefined;
}

function idMapProperty(body: EntityBody, name: string): ReadonlyMap<string, ShapeId> | undefined {
  const object = objectProperty(body, name);
  if (object === undefined) return undefined;
  const ids = new Map<string, ShapeId>();
  for (const { key, value } of object.entries) {
    const id = idValue(body, value);
    if (id !== undefined) ids.set(keyText(key), id);
  }
  return ids;
}

function renameProperty(body: EntityBody): ReadonlyMap<ShapeId, string> | undefined {
  const object = objectProperty(body, "rename");
  if (object === undefined) return undefined;
  const names = new Map<ShapeId, string>();
  for (const { key, value } of object.entries) {
    if (value.kind === "string") names.set(keyText(key), value.value);
    else report(body, value, `Expected string, but found ${describe(value)}.`);
  }
  return names;
}

function objectProperty(body: EntityBody, name: string): ObjectNode | undefined {
  const value = body.values.get(name);
  if (value === undefined || value.kind === "object") return value;
  report(body, value, `Expected \`${name}\` to be an object; found ${describe(value)}`);
  return undefined;
}

function describe(value: NodeValue): string {
  if (value.kind === "keyword") return value.value === null ? "null" : "boolean";
  return value.kind === "text-block" || value.kind === "shape-id" ? "string" : value.kind;
}

function report(body: EntityBody, node: SyntaxNode, message: string): void {
  const { lowering, shape } = body;
  const location = spanOf(lowering.tree, node);
  lowering.diagnostics.push(malformed.create({ shape, location }, message));
}
