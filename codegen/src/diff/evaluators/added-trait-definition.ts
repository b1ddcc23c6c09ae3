import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Differences } from "../differences.js";
import { finding } from "../evaluator.js";

/** `AddedTraitDefinition`: the new model defines a trait that the old one does not. */
export function* addedTraitDefinition({ added }: Differences): Iterable<Diagnostic> {
  for (const shape of added) {
    if (!shape.traits.has("smithy.api#trait")) continue;
    yield finding("AddedTraitDefinition", "NOTE", shape, `Trait definition \`${shape.id}\` was added`);
  }
}
