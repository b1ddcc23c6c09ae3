import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { conditionKeysOf } from "../../knowledge/condition-keys.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { stringItems } from "../../shapes/node.js";
import { shapeFinding } from "../shape-finding.js";

/**
 * `DefineConditionKeysTrait`: only a key that the service resolves is required ("defineConditionKeys trait"). As in Smithy, the resolved key
 * must be written with its prefix here.
 */
export function* defineConditionKeysTraitRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const resolved = stringItems(service.traits.get("aws.iam#serviceResolvedConditionKeys")?.value);
    for (const [key, { required }] of conditionKeysOf(model, service).defined) {
      if (!required || resolved.includes(key)) continue;
      const message = `The \`${key}\` condition key is defined as required but is resolved from the request. This property is only valid for condition keys resolved by the service, it MUST also be specified in the \`@serviceResolvedConditionKeys\` trait or use the \`@required\` trait instead.`;
      const trait = service.traits.get("aws.iam#defineConditionKeys");
      yield shapeFinding("ERROR", "DefineConditionKeysTrait", service, message, trait);
    }
  }
}
