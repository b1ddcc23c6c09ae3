import { isNodeArray, type Node, NumberToken } from "./node.js";

/** The layout of JSON text. */
export interface JsonTextOptions {
  /** Spaces an indentation level has; 0 writes everything in one line. */
  readonly indent: number;
  /** Writes the keys of objects in the order of their code units. */
  readonly sortKeys?: boolean | undefined;
}

/**
 * A node as JSON text (RFC 8259); numbers keep every digit that they were written with.
 *
 * @param options - two spaces a level unless told
 * @returns text without a line break at its end
 */
export function nodeToJson(node: Node, options: JsonTextOptions = { indent: 2 }): string {
  return write(node, options, "\n");
}

function write(node: Node, options: JsonTextOptions, newLine: string): string {
  if (node instanceof NumberToken) return node.text;
  if (typeof node !== "object" || node === null) return JSON.stringify(node);
  const inner = options.indent === 0 ? "" : newLine + " ".repeat(options.indent);
  const outer = options.indent === 0 ? "" : newLine;
  if (isNodeArray(node)) {
    const items = node.map((item) => inner + write(item, options, inner));
    return items.length === 0 ? "[]" : `[${items.join(",")}${outer}]`;
  }
  const object = node as Readonly<Record<string, Node>>;
  const keys = options.sortKeys === true ? Object.keys(object).toSorted() : Object.keys(object);
  const colon = options.indent === 0 ? ":" : ": ";
  const members = keys.map((key) => inner + JSON.stringify(key) + colon + write(object[key] as Node, options, inner));
  return members.length === 0 ? "{}" : `{${members.join(",")}${outer}}`;
}
