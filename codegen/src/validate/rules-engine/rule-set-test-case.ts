import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { endpointRules } from "../../knowledge/endpoints/endpoint-rules.js";
import { endpointTests, failureOfEndpointTest } from "../../knowledge/endpoints/endpoint-tests.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { RuleContext } from "../rule.js";
import { findingWithin, knowsAws } from "./service-rules.js";

/**
 * `RuleSetTestCase`: the rules of a service, those of its rule set if it has one, pass its endpoint tests ("smithy.rules#endpointTests
 * trait").
 */
export function* ruleSetTestCaseRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const trait = service.traits.get("smithy.rules#endpointTests");
    if (trait === undefined) continue;
    const [rules] = endpointRules(service, knowsAws(context));
    if (rules === undefined) continue;
    for (const [index, test] of endpointTests(service).entries()) {
      const failure = failureOfEndpointTest(rules.resolve, test);
      if (failure === undefined) continue;
      yield findingWithin("ERROR", "RuleSetTestCase", service, failure, trait, `/testCases/${index}`);
    }
  }
}
