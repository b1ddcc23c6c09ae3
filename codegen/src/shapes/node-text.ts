import type { Node } from "./node.js";
import { nodeToJson } from "./node-json.js";

/** A node in a message: strings bare, numbers as they were written, other values as JSON. */
export function nodeText(node: Node): string {
  return typeof node === "string" ? node : jsonText(node);
}

/** A node as JSON text in one line; numbers as they were written, keys in the order of the model. */
export function jsonText(node: Node): string {
  return nodeToJson(node, { indent: 0 });
}
