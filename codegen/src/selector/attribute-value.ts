import { isNodeArray, isNodeNumber, isNodeObject, type Node } from "../shapes/node.js";
import { jsonText } from "../shapes/node-text.js";
import type { Model } from "../shapes/model.js";
import type { ServiceShape, Shape } from "../shapes/shape.js";
import { isShapeId, memberNameOf, nameOf, namespaceOf, type ShapeId } from "../shapes/shape-id.js";
import { visibleTrait, visibleTraits } from "../shapes/visible-traits.js";
import type { AttributePath } from "./selector.js";

/** The shapes that variables hold while a shape is matched. */
export type Variables = ReadonlyMap<string, ReadonlySet<Shape>>;

/** A value that an attribute path leads to ("Shape attributes"). */
export type AttributeValue =
  | { readonly kind: "absent" }
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "node"; readonly node: Node }
  | { readonly kind: "id"; readonly id: ShapeId }
  | { readonly kind: "shape"; readonly shape: Shape; readonly variables: Variables }
  | { readonly kind: "service"; readonly service: ServiceShape }
  | { readonly kind: "traits"; readonly shape: Shape }
  | { readonly kind: "variables"; readonly variables: Variables }
  /** "Projections": the values of a list or map, the keys of a map, or the shapes of a variable. */
  | { readonly kind: "projection"; readonly values: readonly AttributeValue[] };

const absent: AttributeValue = { kind: "absent" };

const literal = (value: string | number): AttributeValue => ({ kind: "literal", text: String(value) });
const nodeValue = (node: Node): AttributeValue => ({ kind: "node", node });

/** What values are read with. */
export interface AttributeReader {
  readonly model: Model;
  /** Told of an attribute that no shape has: Smithy's evaluation breaks off there. */
  readonly report: (problem: string) => void;
}

/** The ID of a trait that a selector names: names without namespace are those of the prelude. */
export function absoluteTraitId(name: string): ShapeId {
  return name.includes("#") ? name : `smithy.api#${name}`;
}

/** The value at the end of a path. */
export function valueAt(value: AttributeValue, path: AttributePath, reader: AttributeReader): AttributeValue {
  let current = value;
  for (const name of path) {
    if (!isPresent(current)) break;
    current = propertyOf(current, name, reader);
  }
  return current;
}

/** A null is not there, nor is a projection of nothing. */
export function isPresent(value: AttributeValue): boolean {
  if (value.kind === "node") return value.node !== null;
  if (value.kind === "projection") return value.values.length > 0;
  return value.kind !== "absent";
}

function propertyOf(value: AttributeValue, name: string, reader: AttributeReader): AttributeValue {
  switch (value.kind) {
    case "shape":
      return shapeProperty(value.shape, value.variables, name, reader);
    case "id":
      return idProperty(value.id, name, reader);
    case "service":
      return serviceProperty(value.service, name, reader);
    case "traits":
      return traitsProperty(value.shape, name, reader);
    case "variables":
      return variableProperty(value.variables, name);
    case "node":
      return nodeProperty(value.node, name);
    case "literal":
      return name === "(length)" ? literal(value.text.length) : absent;
    case "projection":
      return projectionProperty(value.values, name, reader);
    default:
      return absent;
  }
}

function shapeProperty(shape: Shape, variables: Variables, name: string, reader: AttributeReader): AttributeValue {
  switch (name) {
    case "id":
      return { kind: "id", id: shape.id };
    case "trait":
      return { kind: "traits", shape };
    case "service":
      return shape.kind === "service" ? { kind: "service", service: shape } : absent;
    case "var":
      return { kind: "variables", variables };
    default:
      reader.report(`Invalid shape selector attribute: ${name}`);
      return absent;
  }
}

/** "`id` attribute" */
function idProperty(id: ShapeId, name: string, reader: AttributeReader): AttributeValue {
  switch (name) {
    case "name":
      return literal(nameOf(id));
    case "namespace":
      return literal(namespaceOf(id));
    case "member": {
      const member = memberNameOf(id);
      return member === undefined ? absent : literal(member);
    }
    case "(length)":
      return literal(id.length);
    default:
      reader.report(`Invalid nested 'id' selector attribute property: ${name}`);
      return absent;
  }
}

/** "`service` attribute" */
function serviceProperty(service: ServiceShape, name: string, reader: AttributeReader): AttributeValue {
  if (name === "version") return literal(service.version);
  if (name === "id") return { kind: "id", id: service.id };
  reader.report(`Invalid nested 'service' selector attribute property: ${name}`);
  return absent;
}

/** "`trait` attribute" */
function traitsProperty(shape: Shape, name: string, reader: AttributeReader): AttributeValue {
  switch (name) {
    case "(keys)":
      return projection(Array.from(visibleTraits(reader.model, shape).keys(), (id) => ({ kind: "id", id })));
    case "(values)":
      return projection([...visibleTraits(reader.model, shape).values()].map(nodeValue));
    case "(length)":
      return literal(visibleTraits(reader.model, shape).size);
    default: {
      const id = absoluteTraitId(name);
      if (!isShapeId(id)) reader.report(`Invalid shape ID: ${id}`);
      const value = visibleTrait(reader.model, shape, id);
      return value === undefined ? absent : nodeValue(value);
    }
  }
}

/** "`var` attribute" */
function variableProperty(variables: Variables, name: string): AttributeValue {
  return projection(Array.from(variables.get(name) ?? [], (shape) => ({ kind: "shape", shape, variables })));
}

function nodeProperty(node: Node, name: string): AttributeValue {
  if (typeof node === "string") return name === "(length)" ? literal(node.length) : absent;
  if (isNodeArray(node)) {
    if (name === "(values)") return projection(node.map(nodeValue));
    return name === "(length)" ? literal(node.length) : absent;
  }
  if (!isNodeObject(node)) return absent;
  if (name === "(keys)") return projection(Object.keys(node).map(nodeValue));
  if (name === "(values)") return projection(Object.values(node).map(nodeValue));
  if (name === "(length)") return literal(Object.keys(node).length);
  return Object.hasOwn(node, name) ? nodeValue(node[name] as Node) : absent;
}

function projection(values: readonly AttributeValue[]): AttributeValue {
  return { kind: "projection", values };
}

/** A property of a projection is the projection of that property, where it is there. */
function projectionProperty(values: readonly AttributeValue[], name: string, reader: AttributeReader): AttributeValue {
  if (name === "(first)") return flattened(projection(values))[0] ?? absent;
  return projection(values.map((value) => propertyOf(value, name, reader)).filter(isPresent));
}

/** The values of a projection and of those within it; any other value alone. */
export function flattened(value: AttributeValue): readonly AttributeValue[] {
  return value.kind === "projection" ? value.values.flatMap(flattened) : [value];
}

/** What is compared: the text of a scalar or ID, and the empty string for anything else. */
export function textOf(value: AttributeValue): string {
  switch (value.kind) {
    case "literal":
      return value.text;
    case "id":
      return value.id;
    case "shape":
      return value.shape.id;
    case "service":
      return value.service.id;
    case "node":
      if (typeof value.node === "string") return value.node;
      return isNodeNumber(value.node) || typeof value.node === "boolean" ? String(value.node) : "";
    default:
      return "";
  }
}

/** How a message shows a value: nodes as JSON, projections as a sorted list. */
export function messageTextOf(value: AttributeValue): string {
  if (value.kind === "node") return jsonText(value.node);
  if (value.kind === "projection") return `[${flattened(value).map(messageTextOf).toSorted().join(", ")}]`;
  return textOf(value);
}
