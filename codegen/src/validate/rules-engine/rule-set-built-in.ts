import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import { endpointTests } from "../../knowledge/endpoints/endpoint-tests.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { RuleContext } from "../rule.js";
import { builtInNames } from "./built-ins.js";
import { eachServiceRules, findingWithin, knowsAws } from "./service-rules.js";

/** `RuleSetBuiltIn.RuleSet`, `RuleSetBuiltIn.TestCase.<test>.Inputs.<input>`: built-ins that rules and tests name exist ("Rules engine built-ins"). */
export function* ruleSetBuiltInRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  const known = builtInNames(knowsAws(context));
  for (const { service, rules } of eachServiceRules(model, context)) {
    for (const { builtIn, place } of rules.parameters) {
      if (builtIn === undefined || known.includes(builtIn)) continue;
      const code = "RuleSetBuiltIn.RuleSet";
      const finding = findingWithin("ERROR", code, service, unknown(builtIn, known), rules.trait, place);
      yield { ...finding, suggestion: suggest(builtIn, known) };
    }
  }
  for (const service of modelIndex(model).ofKind("service")) {
    const trait = service.traits.get("smithy.rules#endpointTests");
    if (trait === undefined) continue;
    for (const [testIndex, { inputs }] of endpointTests(service).entries()) {
      for (const [inputIndex, { builtIns }] of inputs.entries()) {
        for (const name of Object.keys(builtIns)) {
          if (known.includes(name)) continue;
          const code = `RuleSetBuiltIn.TestCase.${testIndex}.Inputs.${inputIndex}`;
          const pointer = `/testCases/${testIndex}/operationInputs/${inputIndex}`;
          const finding = findingWithin("ERROR", code, service, unknown(name, known), trait, pointer);
          yield { ...finding, suggestion: suggest(name, known) };
        }
      }
    }
  }
}

function unknown(name: string, known: readonly string[]): string {
  return `The \`${name}\` built-in used is not registered, valid built-ins: ${known.join(", ")}`;
}
