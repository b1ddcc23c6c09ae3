import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { traitDefinitions } from "../../../knowledge/trait-definitions.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `UnstableTrait.<trait>`: traits whose definition may still change ("unstable trait"). */
export function* unstableTraitRule(model: Model): Iterable<Diagnostic> {
  const { withTrait } = modelIndex(model);
  for (const { id, traits } of traitDefinitions(model)) {
    if (!traits.has("smithy.api#unstable")) continue;
    for (const shape of withTrait(id)) {
      const message = `This shape applies a trait that is unstable: ${id}`;
      yield shapeFinding("WARNING", `UnstableTrait.${id}`, shape, message, shape.traits.get(id));
    }
  }
}
