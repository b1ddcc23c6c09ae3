import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { unstableTraitRule } from "./unstable-trait.js";

describe("unstableTraitRule", () => {
  it.each<[string, string[]]>([
    [
      "@trait @unstable structure t {}\n@t string S\nstructure A { @t m: String }",
      [
        "WARNING UnstableTrait.a#t a#S: This shape applies a trait that is unstable: a#t",
        "WARNING UnstableTrait.a#t a#A$m: This shape applies a trait that is unstable: a#t",
      ],
    ],
    ["@trait structure t {}\n@t string S", []],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(unstableTraitRule, text)).toEqual(findings);
  });
});
