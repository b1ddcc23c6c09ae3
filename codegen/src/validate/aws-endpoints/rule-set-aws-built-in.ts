import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import type { RuleContext } from "../rule.js";
import { eachServiceRules, findingWithin } from "../rules-engine/service-rules.js";

const considered = ["AWS::Auth::AccountId", "AWS::Auth::AccountIdEndpointMode", "AWS::Auth::CredentialScope"];

/** `RuleSetAwsBuiltIn.<built-in>`: some built-ins have more to them than their value ("AWS rules engine built-ins"). */
export function* ruleSetAwsBuiltInRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const { service, rules } of eachServiceRules(model, context)) {
    for (const { builtIn, place } of rules.parameters) {
      if (builtIn === undefined || !considered.includes(builtIn)) continue;
      const message = `The \`${builtIn}\` built-in used requires additional consideration of the rules that use it.`;
      yield findingWithin("DANGER", `RuleSetAwsBuiltIn.${builtIn}`, service, message, rules.trait, place);
    }
  }
}
