import { keyText, type NodeValue } from "./tree.js";

/** A node value as compact JSON, for a message. Numbers stay as they were written. */
export function nodeJson(value: NodeValue): string {
  switch (value.kind) {
    case "array":
      return `[${value.elements.map(nodeJson).join(",")}]`;
    case "object":
      return `{${value.entries.map((entry) => `${JSON.stringify(keyText(entry.key))}:${nodeJson(entry.value)}`).join(",")}}`;
    case "number":
      return value.text;
    case "shape-id":
      return JSON.stringify(value.text);
    case "keyword":
      return String(value.value);
    default:
      return JSON.stringify(value.value);
  }
}

/** The string that a value stands for; undefined for a value that is none. */
export function nodeString(value: NodeValue): string | undefined {
  switch (value.kind) {
    case "string":
    case "text-block":
      return value.value;
    case "shape-id":
      return value.text;
    default:
      return undefined;
  }
}

/** What kind of value this is, in Smithy's words. */
export function nodeKindName(value: NodeValue): string {
  switch (value.kind) {
    case "keyword":
      return value.value === null ? "null" : "boolean";
    case "text-block":
    case "shape-id":
      return "string";
    default:
      return value.kind;
  }
}
