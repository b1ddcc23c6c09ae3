import type { Node, NodeObject } from "../../shapes/node.js";

/** A JSON Schema, or what an OpenAPI document takes for one. */
export type Schema = NodeObject;

const keywords = new Set([
  "const",
  "default",
  "enum",
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "items",
  "maxItems",
  "minItems",
  "uniqueItems",
  "properties",
  "additionalProperties",
  "required",
  "maxProperties",
  "minProperties",
  "propertyNames",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "title",
  "description",
  "format",
  "readOnly",
  "writeOnly",
  "comment",
  "contentEncoding",
  "contentMediaType",
  "examples",
  "deprecated",
]);

/** The schema without these keywords. What says which schema it is, such as `type` and `$ref`, cannot be left out. */
export function disableKeywords(schema: Schema, disabled: readonly string[]): Schema {
  const leftOut = disabled.filter((keyword) => keywords.has(keyword));
  return leftOut.length === 0 ? schema : withoutKeys(schema, leftOut);
}

/** The object without some of its members. */
export function withoutKeys(object: NodeObject, keys: readonly string[]): NodeObject {
  return nodeObject(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** An object without the members that are undefined. */
export function compact(members: Readonly<Record<string, Node | undefined>>): NodeObject {
  return nodeObject(Object.entries(members).filter((entry): entry is [string, Node] => entry[1] !== undefined));
}

/** An object whose keys are all its own, `__proto__` included. A key that comes again replaces the value. */
export function nodeObject(entries: Iterable<readonly [string, Node]>): NodeObject {
  const object = Object.create(null) as Record<string, Node>;
  for (const [key, value] of entries) object[key] = value;
  return object;
}

/** {@link nodeObject} with its keys in the order of their code units. */
export function sortedObject(entries: Iterable<readonly [string, Node]>): NodeObject {
  return nodeObject([...entries].toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)));
}

/** Undefined for an object without members. */
export function unlessEmpty(object: NodeObject): NodeObject | undefined {
  return Object.keys(object).length === 0 ? undefined : object;
}
