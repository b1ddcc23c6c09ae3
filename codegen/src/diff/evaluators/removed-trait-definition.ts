import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Differences } from "../differences.js";
import { finding } from "../evaluator.js";

/** `RemovedTraitDefinition`: the new model does not define a trait that the old one does. */
export function* removedTraitDefinition({ removed }: Differences): Iterable<Diagnostic> {
  for (const shape of removed) {
    const definition = shape.traits.get("smithy.api#trait");
    if (definition === undefined) continue;
    const message = `Trait definition \`${shape.id}\` was removed`;
    yield finding("RemovedTraitDefinition", "ERROR", shape, message, definition.location);
  }
}
