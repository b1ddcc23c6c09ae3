import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { metadataTypes } from "../../../knowledge/metadata-types.js";
import type { Model } from "../../../shapes/model.js";
import { nodeMember } from "../../../shapes/node.js";
import { checkNode } from "../../node/check-node.js";

/** `TypedMetadata.<key>`: metadata fits the shape that defines its type ("metadata trait"). */
export function* typedMetadataRule(model: Model): Iterable<Diagnostic> {
  for (const [key, [type, ...others]] of metadataTypes(model)) {
    const value = nodeMember(model.metadata, key);
    if (value === undefined || type === undefined || others.length > 0) continue;
    for (const finding of checkNode(model, type, value, { base64Blobs: true, allowZeroOutOfRange: true })) {
      const { severity, path, message, eventSuffix } = finding;
      const suffix = eventSuffix === undefined ? "" : `.${eventSuffix}`;
      yield { code: `TypedMetadata.${key}${suffix}`, severity, message: `metadata.${key}${path}: ${message}` };
    }
  }
}
