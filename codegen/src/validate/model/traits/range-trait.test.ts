import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { rangeTraitRule } from "./range-trait.js";

describe("rangeTraitRule", () => {
  it.each<[string, string[]]>([
    ["@range(min: 0.5, max: 1.5) float F\n@range(min: 1, max: 2) integer I", []],
    [
      "@range(min: 2, max: 1) integer I",
      ["ERROR RangeTrait a#I: A range trait is applied with a `min` value greater than its `max` value."],
    ],
    [
      "@range(min: 0.5) integer I\nstructure S { @range(max: 1.5) m: Long }",
      [
        "ERROR RangeTrait a#I: Shape `a#I` is marked with the `range` trait, but its `min` property is a decimal (0.5) when its shape (`integer`) does not support decimals.",
        "ERROR RangeTrait a#S$m: Member `a#S$m` is marked with the `range` trait, but its `max` property is a decimal (1.5) when its target (`smithy.api#Long`) does not support decimals.",
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(rangeTraitRule, text)).toEqual(findings);
  });
});
