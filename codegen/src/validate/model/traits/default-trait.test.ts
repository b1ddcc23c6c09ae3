import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { defaultTraitRule } from "./default-trait.js";

describe("defaultTraitRule", () => {
  it.each<[string, string[]]>([
    ['@default(1) integer I\nstructure S { a: I = 1\n b: I = null\n c: String = ""\n }', []],
    [
      "@default(1) integer I\nstructure S { a: I, b: I = 2\n }\nunion U { a: I }",
      [
        "ERROR DefaultTrait a#S$a: Member targets a#I, which requires that the member defines the same default of `1` or `null`",
        "ERROR DefaultTrait a#S$b: Member defines a default value that differs from the default value of the target shape, a#I. The member has a default of `2`, but the target has a default of `1`.",
      ],
    ],
    ["@default(null) string S", ["ERROR DefaultTrait a#S: The @default trait can be set to null only on members"]],
    [
      'structure S { a: Blob = "!"\n }',
      ["WARNING DefaultTrait a#S$a: The @default value of a blob should be a valid base64 string."],
    ],
    [
      'list L { member: String }\nmap M { key: String, value: String }\nstructure S { a: L = ["x"]\n b: M = { x: "y" }\n }',
      [
        "ERROR DefaultTrait a#S$a: The @default value of a list must be an empty list",
        "ERROR DefaultTrait a#S$b: The @default value of a map must be an empty map",
      ],
    ],
    [
      "structure S { a: Document = [1]\n b: Document = { x: 1 }\n c: Document = {}\n }",
      [
        "ERROR DefaultTrait a#S$a: The @default value of a document cannot be a non-empty array",
        "ERROR DefaultTrait a#S$b: The @default value of a document cannot be a non-empty object",
      ],
    ],
    [
      "structure S { @range(min: 1) a: Integer = 0\n @range(min: 2) b: Integer = 1\n c: String = 1\n }",
      [
        "WARNING DefaultTrait.Member.InvalidRange a#S$a: Error validating @default trait: Value provided for `a#S$a` must be greater than or equal to 1, but found 0",
        "ERROR DefaultTrait.Member.InvalidRange a#S$b: Error validating @default trait: Value provided for `a#S$b` must be greater than or equal to 2, but found 1",
        "ERROR DefaultTrait a#S$c: Error validating @default trait: Expected string value for string shape, `smithy.api#String`; found number value, `1`",
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(defaultTraitRule, text)).toEqual(findings);
  });
});
