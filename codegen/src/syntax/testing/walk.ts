import type { SyntaxNode } from "../tree.js";

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "start" in value && "end" in value && "kind" in value;
}

/** The nodes directly below one, in the order of its properties. The tree's comments stand beside it, not below. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.entries(node)
    .filter(([name]) => name !== "comments" && name !== "source")
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]) as unknown[])
    .filter(isNode);
}

/** A node without its offsets, and without what is absent or empty: what a test compares. */
export function sketch(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sketch);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name]) => !["start", "end", "typeStart", "source", "recovered"].includes(name))
    .filter(([, entry]) => entry !== undefined && !(Array.isArray(entry) && entry.length === 0))
    .map(([name, entry]) => [name, sketch(entry)] as const);
  return shorten(Object.fromEntries(entries));
}

/** Leaves as one text each: the kind tells apart what is written alike. */
function shorten(node: Record<string, unknown>): unknown {
  switch (node["kind"]) {
    case "identifier":
    case "namespace-name":
    case "shape-id":
      return node["text"];
    case "number":
      return `number ${String(node["text"])}`;
    case "keyword":
      return node["value"];
    case "string":
    case "text-block":
      return `${node["kind"]} ${JSON.stringify(node["value"])}`;
    case "documentation":
      return node["value"];
    case "value-assignment":
    case "value-trait-body":
      return { "=": node["value"] };
    default:
      return node;
  }
}
