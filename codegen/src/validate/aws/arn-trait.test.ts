import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { arnTraitRule } from "./arn-trait.js";

describe("arnTraitRule", () => {
  it.each<[string, readonly string[]]>([
    [
      `template: "x", resourceDelimiter: "/"`,
      ["ERROR ArnTrait a#R: A `resourceDelimiter` can only be set for an `absolute` ARN."],
    ],
    [`template: "x", absolute: true, resourceDelimiter: "/"`, []],
    [`template: "x"`, []],
  ])("of %j finds %j", (text, findings) => {
    expect(findingsOf(arnTraitRule, `@aws.api#arn(${text}) resource R {}`)).toEqual(findings);
  });
});
