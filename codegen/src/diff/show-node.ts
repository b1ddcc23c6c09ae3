import type { Node } from "../shapes/node.js";
import { nodeToJson } from "../shapes/node-json.js";

/** A node in a message: indented JSON. */
export function prettyNode(node: Node): string {
  return nodeToJson(node, { indent: 4 });
}

/** A node in a message, quoted: a text without its quotes, and what has several lines as a block of its own. */
export function quotedNode(node: Node): string {
  const text = prettyNode(node);
  if (text.includes("\n")) return `\n\`\`\`\n${text}\n\`\`\`\n`;
  return typeof node === "string" ? `\`${text.slice(1, -1)}\`` : `\`${text}\``;
}
