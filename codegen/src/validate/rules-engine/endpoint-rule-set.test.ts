import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { endpointRuleSetRule } from "./endpoint-rule-set.js";
import { endpointRule, ruleSetTrait } from "./testing/rule-models.js";

const creating = "ERROR Model a#A: Error creating trait `smithy.rules#endpointRuleSet`";

describe("endpointRuleSetRule", () => {
  it.each<readonly [string, readonly string[]]>([
    [ruleSetTrait({ rules: [endpointRule("https://a")] }), []],
    [ruleSetTrait({ version: "x" }), [`${creating}: Invalid version: \`x\`. Expected format: major.minor`]],
    [
      ruleSetTrait({ rules: [endpointRule("{A}"), endpointRule("https://a"), endpointRule("{B}")] }),
      [`${creating}: No field named A`, `${creating}: No field named B`],
    ],
    ["@smithy.rules#endpointRuleSet(1)", [`${creating}: The root of a ruleset must be an object`]],
  ])("%s", (trait, findings) => {
    expect(findingsOf(endpointRuleSetRule, `${trait} service A {}`)).toEqual(findings);
  });
});
