/**
 * Node values: the JSON-like values of metadata and traits (Smithy 2.0, "Node values").
 *
 * A number is a JavaScript number when that loses nothing, else a {@link NumberToken} that keeps its text.
 */
export type Node = null | boolean | number | string | NumberToken | readonly Node[] | NodeObject;

/** An object node. Its prototype may be null: read keys with `Object.hasOwn`, `Object.keys` or {@link nodeMember}. */
export interface NodeObject {
  readonly [key: string]: Node;
}

/** A number whose value no double holds exactly, or a whole one with a point or an exponent: kept as it was written. */
export class NumberToken {
  /** As JSON writes it, such as `1e400` or `1.10`. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The nearest double; may be infinite. */
  toNumber(): number {
    return Number(this.text);
  }

  toString(): string {
    return this.text;
  }
}

/** True for an object node, whose members are the own ones alone. False for undefined: what is absent is of no kind. */
export function isNodeObject(node: Node | undefined): node is NodeObject {
  return typeof node === "object" && node !== null && !Array.isArray(node) && !(node instanceof NumberToken);
}

/** True for an array node. */
export function isNodeArray(node: Node | undefined): node is readonly Node[] {
  return Array.isArray(node);
}

/** True for a number node, whether a double holds it or a {@link NumberToken}. */
export function isNodeNumber(node: Node | undefined): node is number | NumberToken {
  return typeof node === "number" || node instanceof NumberToken;
}

/** The own member of an object node; undefined for any other node and for inherited names. */
export function nodeMember(node: Node | undefined, key: string): Node | undefined {
  return isNodeObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** The own member of an object node when it is a string. */
export function stringMember(node: Node | undefined, key: string): string | undefined {
  const value = nodeMember(node, key);
  return typeof value === "string" ? value : undefined;
}

/** The strings of an array node; none for any other node. */
export function stringItems(node: Node | undefined): readonly string[] {
  return isNodeArray(node) ? node.filter((item) => typeof item === "string") : [];
}

/** An empty object node without a prototype, so that no key of a model reaches one. */
export function createNodeObject(): Record<string, Node> {
  return Object.create(null) as Record<string, Node>;
}

/** What kind of node this is, in Smithy's words. */
export function nodeKind(node: Node): "null" | "boolean" | "number" | "string" | "array" | "object" {
  if (node === null) return "null";
  if (node instanceof NumberToken) return "number";
  if (Array.isArray(node)) return "array";
  return typeof node as "boolean" | "number" | "string" | "object";
}
