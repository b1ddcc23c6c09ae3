import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { deprecatedTraitRule } from "./deprecated-trait.js";

describe("deprecatedTraitRule", () => {
  it.each<[string, string[]]>([
    [
      "@trait @deprecated structure t {}\n@t string S",
      ["WARNING DeprecatedTrait a#S: This shape applies a trait that is deprecated: a#t"],
    ],
    [
      '@trait @deprecated(message: "Use u.", since: "1") structure t {}\n@t string S',
      ["WARNING DeprecatedTrait a#S: This shape applies a trait that is deprecated: a#t, Use u."],
    ],
    ['@enum([{ value: "x" }]) string S', []],
    ["@deprecated string S", []],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(deprecatedTraitRule, text)).toEqual(findings);
  });
});
