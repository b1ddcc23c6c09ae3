import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { ruleSetAuthSchemesRule } from "./rule-set-auth-schemes.js";
import { endpointRule, ruleSetTrait } from "./testing/rule-models.js";

const sigv4Keys = "name, signingName, signingRegion, disableDoubleEncoding, disableNormalizePath";

describe("ruleSetAuthSchemesRule", () => {
  it.each<readonly [unknown, readonly string[]]>([
    [[{ name: "sigv4", signingName: "s", signingRegion: "r", disableDoubleEncoding: true }], []],
    [[{ name: "sigv4a", signingRegionSet: ["*"] }], []],
    [[{ name: "beta-x", signingName: "s" }], []],
    ["x", ['ERROR: Expected `authSchemes` to be a list, found: `"x"`']],
    [
      ["x", {}],
      [
        'ERROR: Expected `authSchemes` to be a list of objects, but found: `"x"`',
        "ERROR: Expected `authSchemes` to have a `name` key with a string value but it did not: `{}`",
      ],
    ],
    [
      [{ name: 1, a: ["b"] }],
      ['ERROR: Expected `authSchemes` to have a `name` key with a string value but it did not: `{name=1, a=["b"]}`'],
    ],
    [[{ name: "other" }], ["WARNING: Did not find a validator for the `other` auth scheme"]],
    [[{ name: "sigv4" }, { name: "sigv4" }], ["ERROR: Found duplicate `name` of `sigv4` in the `authSchemes` list"]],
    [[{ name: "sigv4", more: 1 }], [`ERROR: Unexpected key: \`more\` (valid keys: [${sigv4Keys}])`]],
    [
      [{ name: "sigv4", signingName: 1, disableNormalizePath: "x", signingRegion: true }],
      [
        "ERROR: Unexpected type for auth property `signingName`, found `1` but expected a string value",
        'ERROR: Unexpected type for auth property `disableNormalizePath`, found `"x"` but expected a boolean value',
        "ERROR: Unexpected type for auth property `signingRegion`, found `true` but expected a string value",
      ],
    ],
    [
      [{ name: "sigv4a" }],
      ["ERROR: Expected auth property `signingRegionSet` of an array<string> type but didn't find one"],
    ],
    [[{ name: "sigv4a", signingRegionSet: [] }], ["ERROR: The `signingRegionSet` property must not be an empty list."]],
    [
      [{ name: "sigv4a", signingRegionSet: [1] }],
      ["ERROR: Unexpected type for auth property `signingRegionSet.Value`, found `1` but expected a string value"],
    ],
    [
      [{ name: "sigv4-x" }],
      [
        "ERROR: Expected auth property `signingName` of a string type but didn't find one",
        "DANGER: Requirements for `sigv4-` auth sub-scheme validation may change.",
      ],
    ],
    [[{ name: "beta-x" }], ["ERROR: Expected auth property `signingName` of a string type but didn't find one"]],
  ])("%j", (authSchemes, findings) => {
    const text = `${ruleSetTrait({ rules: [endpointRule("https://a", { authSchemes })] })} service A {}`;
    const found = findingsOf(ruleSetAuthSchemesRule, text);
    expect(found.map((line) => line.replace(" RuleSetAuthSchemes a#A", ""))).toEqual(findings);
  });
});
