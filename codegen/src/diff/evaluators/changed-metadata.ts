import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Node } from "../../shapes/node.js";
import { equalNodes } from "../../shapes/node-equality.js";
import type { Differences } from "../differences.js";
import { prettyNode } from "../show-node.js";

/** `ChangedMetadata`: a metadata key has another value. */
export function* changedMetadata({ oldModel, newModel }: Differences): Iterable<Diagnostic> {
  for (const [key, before] of Object.entries(oldModel.metadata)) {
    if (!Object.hasOwn(newModel.metadata, key)) continue;
    const after = newModel.metadata[key] as Node;
    if (equalNodes(before, after)) continue;
    const message = `Metadata key \`${key}\` was changed from ${prettyNode(before)} to ${prettyNode(after)}`;
    yield { code: "ChangedMetadata", severity: "WARNING", message };
  }
}
