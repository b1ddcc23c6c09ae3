import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { metadataTypes } from "../../../knowledge/metadata-types.js";
import type { Model } from "../../../shapes/model.js";
import { shapeFinding } from "../../shape-finding.js";

/** Keys whose meaning the language itself decides. */
const reserved = ["severityOverrides", "suppressions", "validators"];

/** `MetadataTrait`: each metadata key has one type, and none that Smithy reserves ("metadata trait"). */
export function* metadataTraitRule(model: Model): Iterable<Diagnostic> {
  for (const [key, shapes] of metadataTypes(model)) {
    const isReserved = reserved.includes(key);
    if (!isReserved && shapes.length < 2) continue;
    for (const shape of shapes) {
      const others = shapes.filter(({ id }) => id !== shape.id).map(({ id }) => id);
      const message = isReserved
        ? `The metadata key \`${key}\` has been reserved by Smithy and may not be defined elsewhere.`
        : `A type has already been defined for the metadata key \`${key}\`. Conflicts with: [${others.toSorted().join(", ")}]`;
      yield shapeFinding("ERROR", "MetadataTrait", shape, message, shape.traits.get("smithy.api#metadata"));
    }
  }
}
