import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { ruleSetParamMissingDocsRule } from "./rule-set-param-missing-docs.js";
import { ruleSetTestCaseRule } from "./rule-set-test-case.js";
import { ruleSetUriRule } from "./rule-set-uri.js";
import { rulesEngineVersionRule } from "./rules-engine-version.js";
import { staticContextParamsTraitRule } from "./static-context-params-trait.js";
import { builtInRegion, diagramTrait, endpointRule, ruleSetTrait, testsTrait } from "./testing/rule-models.js";

describe("ruleSetUriRule", () => {
  it.each([
    ["https://a", undefined],
    ["http://a", undefined],
    ["{url}", undefined],
    ["", undefined],
    ["foo://a", "foo://a"],
    ["ftp{url}", "ftp"],
  ])("%s", (url, start) => {
    const parameters = { url: { ...builtInRegion, required: true } };
    const rules = [{ type: "tree", rules: [endpointRule(url)] }];
    const message = `ERROR RuleSetUri a#A: URI should start with \`http://\` or \`https://\` but the URI started with ${start}`;
    expect(findingsOf(ruleSetUriRule, `${ruleSetTrait({ parameters, rules })} service A {}`)).toEqual(
      start === undefined ? [] : [message],
    );
  });
});

describe("ruleSetParamMissingDocsRule", () => {
  it("wants documentation of every parameter", () => {
    const parameters = { A: { type: "string" }, B: builtInRegion };
    expect(findingsOf(ruleSetParamMissingDocsRule, `${ruleSetTrait({ parameters })} service A {}`)).toEqual([
      "WARNING RuleSetParamMissingDocs a#A: Parameter `A` does not have documentation",
    ]);
  });
});

describe("rulesEngineVersionRule", () => {
  const region = { ref: "Region" };
  const coalesce = { fn: "coalesce", argv: [region, "x"] };
  const split = { fn: "split", argv: ["a", "b", 0] };
  const ending = "requires rules engine version >= 1.1, but ruleset declares version 1.0";
  it.each<readonly [unknown, readonly string[]]>([
    [{ conditions: [{ fn: "isSet", argv: [region] }], type: "error", error: "x" }, []],
    [{ conditions: [{ ...coalesce, assign: "c" }], type: "error", error: "x" }, ["Coalesce"]],
    [{ conditions: [{ fn: "stringEquals", argv: [coalesce, "x"] }], type: "error", error: "x" }, ["Coalesce"]],
    [{ type: "error", error: { fn: "ite", argv: [true, "a", "b"] } }, ["Ite"]],
    [{ type: "endpoint", endpoint: { url: coalesce, headers: { a: [coalesce] } } }, ["Coalesce", "Coalesce"]],
    [
      { conditions: [{ fn: "getAttr", argv: [split, "[-1]"], assign: "last" }], type: "error", error: "{last}" },
      ["GetAttr", "Split"],
    ],
    [
      {
        conditions: [{ fn: "not", argv: [{ fn: "isSet", argv: [{ fn: "getAttr", argv: [split, "[0]"] }] }] }],
        type: "error",
        error: "x",
      },
      [],
    ],
  ])("%j", (rule, functions) => {
    const text = `${ruleSetTrait({ version: "1.0", rules: [rule] })} service A {}`;
    expect(findingsOf(rulesEngineVersionRule, text)).toEqual(
      functions.map((name) => `ERROR RulesEngineVersion a#A: ${name} ${ending}`),
    );
  });
});

describe("ruleSetTestCaseRule", () => {
  const rules = ruleSetTrait({
    parameters: { Region: builtInRegion },
    rules: [
      {
        conditions: [{ fn: "isSet", argv: [{ ref: "Region" }] }],
        ...Object(endpointRule("https://{Region}", { a: 1 }, { h: ["{Region}"] })),
      },
      { type: "error", error: "no region" },
    ],
  });
  it.each<readonly [unknown, readonly string[]]>([
    [
      {
        params: { Region: "a" },
        expect: { endpoint: { url: "https://a", properties: { a: 1 }, headers: { h: ["a"] } } },
      },
      [],
    ],
    [{ expect: { error: "no region" } }, []],
    [{ expect: { error: "x" } }, ["Expected error `x` but got `no region`"]],
    [
      { params: { Region: "a" }, expect: { endpoint: { url: "https://b" } } },
      [
        "Expected endpoint:\nurl: https://b\nproperties:\n  {}\nbut got:\nurl: https://a\nproperties:\n  {a=1}\n  h:[a]",
      ],
    ],
    [
      { expect: { endpoint: { url: "https://b" } } },
      ["Expected `EndpointType[]` but was `StringType` with value: `no region`"],
    ],
    [
      { params: { Region: "a" }, expect: { error: "x" } },
      ["Expected `StringType` but was `EndpointType` with value: `url: https://a\nproperties:\n  {a=1}\n  h:[a]`"],
    ],
    [
      { params: { Region: true }, expect: { error: "x" } },
      ["Expected `StringType` but was `BooleanType` with value: `true`"],
    ],
    [{ params: { Region: -1 }, expect: { error: "x" } }, ["only integers >=0 are supported"]],
  ])("%j", (test, messages) => {
    expect(findingsOf(ruleSetTestCaseRule, `${rules} ${testsTrait(test)} service A {}`)).toEqual(
      messages.map((message) => `ERROR RuleSetTestCase a#A: ${message}`),
    );
  });

  it("runs the tests with a decision diagram where there is no rule set", () => {
    const tests = testsTrait({ params: { Region: "a" }, expect: { error: "x" } }, { expect: { error: "x" } });
    expect(findingsOf(ruleSetTestCaseRule, `${diagramTrait()} ${tests} service A {}`)).toEqual([
      "ERROR RuleSetTestCase a#A: No BDD result matched",
    ]);
  });
});

describe("staticContextParamsTraitRule", () => {
  it.each([
    ['"x"', undefined],
    ["true", undefined],
    ['["x"]', undefined],
    ["[]", undefined],
    ["1", "number"],
    ["[1]", "array"],
    ["{}", "object"],
    ["null", "null"],
  ])("%s", (value, kind) => {
    const text = `@smithy.rules#staticContextParams(P: {value: ${value}}) operation Op {}`;
    const message = `ERROR StaticContextParamsTrait a#Op: The operation \`a#Op\` is marked with \`smithy.rules#staticContextParams\` which contains a key \`P\` with an unsupported document type value \`${kind}\`.`;
    expect(findingsOf(staticContextParamsTraitRule, text)).toEqual(kind === undefined ? [] : [message]);
  });
});
