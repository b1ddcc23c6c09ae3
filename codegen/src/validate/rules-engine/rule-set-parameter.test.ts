import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { ruleSetParameterRule } from "./rule-set-parameter.js";
import { ruleSetTrait, testsTrait } from "./testing/rule-models.js";

const documentation = "d";
const text = { type: "string", documentation };
const flag = { type: "boolean", documentation };

function findings(traits: string, operations = ""): readonly string[] {
  const names = [...operations.matchAll(/operation (\w+)/g)].map(([, name]) => name).join(", ");
  return findingsOf(ruleSetParameterRule, `${traits} service A { operations: [${names}] }\n${operations}`);
}

describe("ruleSetParameterRule", () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>, string, readonly string[]]>([
    [
      "parameters that agree",
      { P: text, Q: flag, R: { type: "stringArray", documentation }, S: text },
      `@smithy.rules#staticContextParams(Q: {value: true}, R: {value: ["x"]}) @smithy.rules#operationContextParams(S: {path: "x"})
       operation Op { input := { @smithy.rules#contextParam(name: "P") x: String } }`,
      [],
    ],
    [
      "names that one side lacks",
      { P: text },
      "@smithy.rules#staticContextParams(Q: {value: true}) operation Op {}",
      [
        "ERROR RuleSetParameter.RuleSet.UnmatchedName a#A: Parameter `P` exists in ruleset but not in service model, existing params: Q",
        "ERROR RuleSetParameter.RuleSet.UnmatchedName a#A: Parameter `Q` exists in service model but not in ruleset, existing params: []",
      ],
    ],
    [
      "a type that differs from the rule set's",
      { P: text },
      "@smithy.rules#staticContextParams(P: {value: true}) operation Op {}",
      ["ERROR RuleSetParameter.RuleSet.TypeMismatch a#A: Type mismatch for parameter `P`"],
    ],
    [
      "types that differ between operations",
      { P: text, Q: text },
      `@smithy.rules#staticContextParams(P: {value: "x"}, Q: {value: "x"}) operation A1 {}
       @smithy.rules#staticContextParams(P: {value: true}) @smithy.rules#operationContextParams(Q: {path: "f"})
       operation B1 { input := { @smithy.rules#contextParam(name: "P") f: Boolean } }`,
      [
        "ERROR RuleSetParameter.StaticContextParams.InconsistentType a#B1: Inconsistent type for `P` parameter",
        "ERROR RuleSetParameter.OperationContextParams.InconsistentType a#B1: Inconsistent type for `Q` parameter",
        "ERROR RuleSetParameter.ContextParam.InconsistentType a#B1Input$f: Inconsistent type for `P` parameter",
      ],
    ],
    [
      "a member of a type that parameters cannot have",
      {},
      'operation Op { input := { @smithy.rules#contextParam(name: "P") f: Integer } }',
      [
        "ERROR RuleSetParameter.ContextParam.UnsupportedType a#OpInput$f: Unsupported type `(integer: `smithy.api#Integer`)` for `P` parameter",
      ],
    ],
    [
      "an operation that does not bind what is required",
      { P: { ...text, required: true } },
      '@smithy.rules#staticContextParams(P: {value: "x"}) operation A1 {}\n operation B1 {}',
      ["ERROR RuleSetParameter.Operation.RequiredMissing a#B1: Required parameter `P` is not bound by operation `B1`"],
    ],
  ])("%s", (_, parameters, operations, expected) => {
    expect(findings(ruleSetTrait({ parameters }), operations)).toEqual(expected);
  });

  it.each<readonly [unknown, readonly string[]]>([
    [{ P: "x", F: true }, []],
    [
      { P: true, F: true },
      ["ERROR RuleSetParameter.TestCase.TypeMismatch a#A: Type mismatch for parameter `P`, `String` expected"],
    ],
    [
      { F: true },
      [
        "DANGER RuleSetParameter.TestCase.Unused a#A: Parameter `P` is never used in an `EndpointTests` test case",
        "ERROR RuleSetParameter.TestCase.RequiredMissing a#A: Required parameter `P` is missing in at least one test case",
      ],
    ],
    [
      { P: "x", F: false, G: 1 },
      ["ERROR RuleSetParameter.TestCase.Undefined a#A: Test parameter `G` is not defined in ruleset"],
    ],
  ])("tests with %j", (params, expected) => {
    const parameters = { P: { ...text, required: true }, F: flag };
    const client = '@smithy.rules#clientContextParams(P: {type: "string"}, F: {type: "boolean"})';
    const tests = testsTrait({ params, expect: { error: "x" } });
    expect(findings(`${ruleSetTrait({ parameters })} ${client} ${tests}`)).toEqual(expected);
  });
});
