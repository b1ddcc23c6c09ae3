import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Differences, ShapePair } from "../differences.js";
import { finding } from "../evaluator.js";

/** `ChangedShapeType`: a shape is of another type. */
export function* changedShapeType({ pairs }: Differences): Iterable<Diagnostic> {
  for (const pair of pairs) {
    const { before, after } = pair;
    if (before.kind === after.kind || isEnumConversion(pair)) continue;
    const message = `Shape \`${before.id}\` type was changed from \`${before.kind}\` to \`${after.kind}\`.`;
    yield finding("ChangedShapeType", "ERROR", after, message);
  }
}

/** A string with the deprecated enum trait that has become an enum, as it should. */
function isEnumConversion({ before, after }: ShapePair): boolean {
  return before.traits.has("smithy.api#enum") && after.kind === "enum";
}
