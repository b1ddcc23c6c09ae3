import { isNodeObject, type Node, type NodeObject } from "../../shapes/node.js";
import type { JsonReader } from "./json-reader.js";

/** The plugins of `smithy-build.json` that write documents about a service. */
export const documentPluginNames = ["openapi", "jsonschema", "cloudformation"] as const;

/** A plugin that writes documents, with its settings as they stand in the file: those of Smithy's conversion. */
export interface DocumentPlugin {
  readonly name: (typeof documentPluginNames)[number];
  readonly settings: NodeObject;
}

/** The plugin of this name; undefined when no document plugin has it, or with a diagnostic when its settings are no object. */
export function readDocumentPlugin(name: string, reader: JsonReader): DocumentPlugin | undefined {
  const known = documentPluginNames.find((candidate) => candidate === name);
  if (known === undefined) return undefined;
  reader.members();
  const settings = nodeOf(reader.value);
  return isNodeObject(settings) ? { name: known, settings } : undefined;
}

/** A parsed JSON value as a node. */
function nodeOf(value: unknown): Node {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(nodeOf);
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, nodeOf(member)]));
}
