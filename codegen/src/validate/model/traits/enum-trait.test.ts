import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { enumTraitRule } from "./enum-trait.js";

describe("enumTraitRule", () => {
  it.each<[string, string[]]>([
    ['@enum([{ name: "A", value: "a" }, { name: "B", value: "b" }]) string S', []],
    [
      '@enum([{ value: "a" }, { value: "a" }]) string S',
      [
        "ERROR EnumTrait a#S: Duplicate enum trait values found with the same `value` property of 'a'",
        "WARNING EnumNamesPresent a#S: Enums should define the `name` property to allow rich types to be generated in code generators.",
      ],
    ],
    [
      '@enum([{ name: "A", value: "a" }, { name: "A", value: "b" }]) string S',
      ["ERROR EnumTrait a#S: Duplicate enum trait values found with the same `name` property of 'A'"],
    ],
    [
      '@enum([{ name: "x", value: "a" }, { value: "b" }]) string S',
      [
        "WARNING EnumTrait.x a#S: The name `x` does not match the recommended enum name format of beginning with an uppercase letter, followed by any number of uppercase letters, numbers, or underscores.",
        "ERROR EnumTrait a#S: `b` enum value body is missing the `name` property; if any enum trait value contains a `name` property, then all values must contain the `name` property.",
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(enumTraitRule, text)).toEqual(findings);
  });
});
