import type { Shape, ShapeKind } from "../shapes/shape.js";
import { simpleKinds } from "../shapes/shape.js";

const integral = ["byte", "short", "integer", "long", "bigInteger", "intEnum"] as const;

/**
 * The words for types in selectors ("Shape types"), each with the kinds of shapes that it takes. An enum is a string as well,
 * an intEnum an integer, and sets of version 1.0 are lists.
 */
const kindsOfType: ReadonlyMap<string, ReadonlySet<ShapeKind>> = new Map<string, ReadonlySet<ShapeKind>>([
  ...simpleKinds.map((kind): [string, ReadonlySet<ShapeKind>] => [kind, new Set<ShapeKind>([kind])]),
  ["string", new Set<ShapeKind>(["string", "enum"])],
  ["integer", new Set<ShapeKind>(["integer", "intEnum"])],
  ["enum", new Set<ShapeKind>(["enum"])],
  ["intEnum", new Set<ShapeKind>(["intEnum"])],
  ["list", new Set<ShapeKind>(["list"])],
  ["set", new Set<ShapeKind>(["list"])],
  ["map", new Set<ShapeKind>(["map"])],
  ["structure", new Set<ShapeKind>(["structure"])],
  ["union", new Set<ShapeKind>(["union"])],
  ["member", new Set<ShapeKind>(["member"])],
  ["service", new Set<ShapeKind>(["service"])],
  ["resource", new Set<ShapeKind>(["resource"])],
  ["operation", new Set<ShapeKind>(["operation"])],
  ["number", new Set<ShapeKind>([...integral, "float", "double", "bigDecimal"])],
  ["collection", new Set<ShapeKind>(["list"])],
  ["simpleType", new Set<ShapeKind>([...simpleKinds, "enum", "intEnum"])],
  ["aggregateType", new Set<ShapeKind>(["list", "map", "structure", "union"])],
  ["serviceType", new Set<ShapeKind>(["service", "resource", "operation"])],
  ["dataType", new Set<ShapeKind>([...simpleKinds, "enum", "intEnum", "list", "map", "structure", "union"])],
]);

/** True for a word that stands for types ("Shape types"); any other one is a mistake in a selector. */
export function isShapeType(name: string): boolean {
  return kindsOfType.has(name);
}

/** All words for types. */
export function shapeTypes(): Iterable<string> {
  return kindsOfType.keys();
}

/** The kinds of shapes that a word for a type takes. */
export function kindsOf(type: string): ReadonlySet<ShapeKind> {
  return kindsOfType.get(type) ?? new Set();
}

/** Whether a word for types takes a shape; false for a word that is none. */
export function isOfType(shape: Shape, type: string): boolean {
  return kindsOfType.get(type)?.has(shape.kind) === true;
}
