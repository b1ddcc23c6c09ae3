import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { traitValueRule } from "./trait-value.js";

describe("traitValueRule", () => {
  it.each([
    [
      "@length(min: 1, mn: 1)\nstring S",
      "WARNING TraitValue.UnknownMember.smithy.api#length.mn a#S: Error validating trait `length`: Member `mn` does not exist in `smithy.api#length`",
    ],
    [
      "@trait\nlist t { member: String }\n@t([1])\nstring S",
      "ERROR TraitValue a#S: Error validating trait `a#t`.0: Expected string value for string shape, `smithy.api#String`; found number value, `1`",
    ],
    [
      '@timestampFormat("x")\ntimestamp S',
      "ERROR TraitValue a#S: Error validating trait `timestampFormat`: String value provided for `smithy.api#timestampFormat` must be one of the following values: `date-time`, `epoch-seconds`, `http-date`",
    ],
    [
      "@trait\nstructure t { @required a: String }\nstructure S { @t m: String }",
      "ERROR TraitValue a#S$m: Error validating trait `a#t`: Missing required structure member `a` for `a#t`",
    ],
  ])("checks %j", (text, finding) => {
    expect(findingsOf(traitValueRule, text)).toEqual([finding]);
  });

  it("says of each shape what a mixin brings to it", () => {
    const text = "@mixin\n@length(min: 1, x: 1)\nlist M { member: String }\nlist L with [M] {}";
    expect(findingsOf(traitValueRule, text)).toHaveLength(2);
  });
});
