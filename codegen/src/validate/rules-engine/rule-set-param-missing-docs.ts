import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import type { RuleContext } from "../rule.js";
import { eachServiceRules, findingWithin } from "./service-rules.js";

/** `RuleSetParamMissingDocs`: parameters of rules have documentation ("Parameter object"). */
export function* ruleSetParamMissingDocsRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const { service, rules } of eachServiceRules(model, context)) {
    for (const { name, documentation, place } of rules.parameters) {
      if (documentation !== undefined) continue;
      const message = `Parameter \`${name}\` does not have documentation`;
      yield findingWithin("WARNING", "RuleSetParamMissingDocs", service, message, rules.trait, place);
    }
  }
}
