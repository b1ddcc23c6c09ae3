import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { traitDefinitions } from "../../../knowledge/trait-definitions.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { nodeMember } from "../../../shapes/node.js";
import { shapeFinding } from "../../shape-finding.js";

/** The loader warns of this trait, and only in models of version 2.0. */
const enumTrait = "smithy.api#enum";

/** `DeprecatedTrait`: traits that should no longer be applied ("deprecated trait"). */
export function* deprecatedTraitRule(model: Model): Iterable<Diagnostic> {
  const { withTrait } = modelIndex(model);
  for (const { id, traits } of traitDefinitions(model)) {
    const deprecation = traits.get("smithy.api#deprecated");
    if (deprecation === undefined || id === enumTrait) continue;
    const reason = nodeMember(deprecation.value, "message");
    const subject = typeof reason === "string" ? `${id}, ${reason}` : id;
    for (const shape of withTrait(id)) {
      const message = `This shape applies a trait that is deprecated: ${subject}`;
      yield shapeFinding("WARNING", "DeprecatedTrait", shape, message, shape.traits.get(id));
    }
  }
}
