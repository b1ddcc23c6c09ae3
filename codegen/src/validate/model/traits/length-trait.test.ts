import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { lengthTraitRule } from "./length-trait.js";

describe("lengthTraitRule", () => {
  it.each<[string, string[]]>([
    ["@length(min: 0, max: 0) string S", []],
    [
      "@length(min: -1, max: -2) string S",
      [
        "ERROR LengthTrait a#S: A length trait is applied with a negative `min` value.",
        "ERROR LengthTrait a#S: A length trait is applied with a negative `max` value.",
        "ERROR LengthTrait a#S: A length trait is applied with a `min` value greater than its `max` value.",
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(lengthTraitRule, text)).toEqual(findings);
  });
});
