import { isNodeArray, isNodeObject, type Node, type NodeObject } from "../../shapes/node.js";
import { nodeObject } from "../schema/schema.js";

/** The document with every string that equals a key of `substitutions` replaced. Keys of the document stay as they are. */
export function substitute(document: NodeObject, substitutions: NodeObject): NodeObject {
  if (Object.keys(substitutions).length === 0) return document;
  return nodeObject(Object.entries(document).map(([key, value]) => [key, substituteNode(value, substitutions)]));
}

function substituteNode(node: Node, substitutions: NodeObject): Node {
  if (typeof node === "string") return Object.hasOwn(substitutions, node) ? (substitutions[node] as Node) : node;
  if (isNodeArray(node)) return node.map((item) => substituteNode(item, substitutions));
  return isNodeObject(node) ? substitute(node, substitutions) : node;
}
