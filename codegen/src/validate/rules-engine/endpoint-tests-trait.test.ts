import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { endpointTestsTraitRule } from "./endpoint-tests-trait.js";
import { builtInRegion, ruleSetTrait, testsTrait } from "./testing/rule-models.js";

const fallback = { ...builtInRegion, builtIn: "AWS::Region", required: true, default: "b" };
const rules = ruleSetTrait({ parameters: { Region: builtInRegion, Other: fallback } });
const endpoint = { endpoint: { url: "https://a" } };
const subject = "The operationInput value for an endpoint test does not match the operation's input shape";

/** A test case with one input of the operation `Get`. */
function testOf(params: unknown, input: object, expect: unknown = endpoint): unknown {
  return { params, operationInputs: [{ operationName: "Get", operationParams: { id: "x" }, ...input }], expect };
}

describe("endpointTestsTraitRule", () => {
  it.each<readonly [unknown, readonly string[]]>([
    [testOf({ Region: "a", Other: "b" }, { builtInParams: { "SDK::Endpoint": "a" } }), []],
    [
      testOf({}, { operationName: "Nope" }),
      ["ERROR EndpointTestsTrait a#A: Test case operation `Nope` does not exist in service `a#A`"],
    ],
    [
      testOf({ Region: "a", Other: "c" }, {}),
      [
        "ERROR EndpointTestsTrait a#A: Operation input does not supply a value for the `SDK::Endpoint` built-in parameter and the `Region` parameter does not set a default.",
        'ERROR EndpointTestsTrait a#A: Test case does not supply the `"c"` value for the `Other` parameter\'s `AWS::Region` built-in.',
      ],
    ],
    [
      testOf({ Region: "a" }, { builtInParams: { "SDK::Endpoint": "b" } }),
      ["ERROR EndpointTestsTrait a#A: Inconsistent testcase parameters: a and b"],
    ],
    [
      testOf({}, { operationParams: {} }),
      [`ERROR EndpointTestsTrait a#A: ${subject}: Missing required structure member \`id\` for \`a#GetInput\``],
    ],
    [
      testOf({}, { operationParams: {} }, { error: "x" }),
      [`DANGER EndpointTestsTrait a#A: ${subject}: Missing required structure member \`id\` for \`a#GetInput\``],
    ],
    [
      testOf({}, { operationParams: { id: "x", more: 1 } }),
      [
        `DANGER EndpointTestsTrait.UnknownMember.a#GetInput.more a#A: ${subject}: Member \`more\` does not exist in \`a#GetInput\``,
      ],
    ],
    [
      testOf({}, { operationParams: { id: 1 } }),
      [
        `ERROR EndpointTestsTrait a#A: ${subject}.id: Expected string value for string shape, \`smithy.api#String\`; found number value, \`1\``,
      ],
    ],
  ])("%j", (test, findings) => {
    const text = `${rules} ${testsTrait(test)} service A { operations: [Get] }
      operation Get { input := { @required id: String } }`;
    expect(findingsOf(endpointTestsTraitRule, text)).toEqual(findings);
  });
});
