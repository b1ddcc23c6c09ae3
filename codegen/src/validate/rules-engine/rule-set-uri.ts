import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { eachRule } from "../../knowledge/endpoints/endpoint-rules.js";
import type { Model } from "../../shapes/model.js";
import type { RuleContext } from "../rule.js";
import { eachServiceRules, findingWithin } from "./service-rules.js";

/** `RuleSetUri`: a URL that begins with text begins with a scheme of HTTP ("Endpoint object"). */
export function* ruleSetUriRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const { service, rules } of eachServiceRules(model, context)) {
    for (const rule of eachRule(rules.rules)) {
      if (rule.kind !== "endpoint" || rule.endpoint.url.kind !== "string") continue;
      const { template, place } = rule.endpoint.url;
      const [start] = template.parts;
      if (typeof start !== "string" || start.startsWith("http://") || start.startsWith("https://")) continue;
      const message = `URI should start with \`http://\` or \`https://\` but the URI started with ${start}`;
      yield findingWithin("ERROR", "RuleSetUri", service, message, rules.trait, place);
    }
  }
}
