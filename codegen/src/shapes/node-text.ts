import { isNodeArray, type Node, NumberToken } from "./node.js";

/** A node in a message: strings bare, numbers as they were written, other values as JSON. */
export function nodeText(node: Node): string {
  return typeof node === "string" ? node : jsonText(node);
}

/** A node as JSON text in one line. */
export function jsonText(node: Node): string {
  if (node instanceof NumberToken) return node.text;
  if (isNodeArray(node)) return `[${node.map(jsonText).join(",")}]`;
  if (typeof node !== "object" || node === null) return JSON.stringify(node);
  const entries = Object.entries(node as Readonly<Record<string, Node>>);
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${jsonText(value)}`).join(",")}}`;
}
