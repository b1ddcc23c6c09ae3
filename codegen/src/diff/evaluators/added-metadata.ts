import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Node } from "../../shapes/node.js";
import type { Differences } from "../differences.js";
import { missingFrom } from "../sets.js";
import { prettyNode } from "../show-node.js";

/** `AddedMetadata`: the new model has a metadata key that the old one has not. */
export function* addedMetadata({ oldModel, newModel }: Differences): Iterable<Diagnostic> {
  for (const key of missingFrom(Object.keys(oldModel.metadata), Object.keys(newModel.metadata))) {
    const value = prettyNode(newModel.metadata[key] as Node);
    const message = `Metadata key \`${key}\` was added with the following value: ${value}`;
    yield { code: "AddedMetadata", severity: "NOTE", message };
  }
}
