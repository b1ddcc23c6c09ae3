import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { endpointTraits, loadEndpointTrait } from "../../knowledge/endpoints/endpoint-rules.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { RuleContext } from "../rule.js";
import { traitName } from "../trait-name.js";
import { findingWithin, knowsAws } from "./service-rules.js";

/**
 * `Model`: a rule set can be read, and its types fit ("Rules engine specification"). Smithy's implementation ends with the first
 * such problem as an exception; these are findings in the same words, one for each rule at the top. Decision diagrams are
 * checked when their traits are made.
 */
export function* endpointRuleSetRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const service of modelIndex(model).withTrait("smithy.rules#endpointRuleSet")) {
    for (const trait of endpointTraits(service)) {
      if (trait.id !== "smithy.rules#endpointRuleSet") continue;
      for (const { message, pointer } of loadEndpointTrait(trait, knowsAws(context)).problems) {
        const text = `Error creating trait \`${traitName(trait.id)}\`: ${message}`;
        yield findingWithin("ERROR", "Model", service, text, trait, pointer);
      }
    }
  }
}
