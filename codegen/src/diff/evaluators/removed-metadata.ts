import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Node } from "../../shapes/node.js";
import type { Differences } from "../differences.js";
import { missingFrom } from "../sets.js";
import { prettyNode } from "../show-node.js";

/** `RemovedMetadata.KEY`: the new model lacks a metadata key of the old one. */
export function* removedMetadata({ oldModel, newModel }: Differences): Iterable<Diagnostic> {
  for (const key of missingFrom(Object.keys(newModel.metadata), Object.keys(oldModel.metadata))) {
    const value = prettyNode(oldModel.metadata[key] as Node);
    const message = `Metadata key \`${key}\` was removed with the following value: ${value}`;
    yield { code: `RemovedMetadata.${key}`, severity: "DANGER", message };
  }
}
