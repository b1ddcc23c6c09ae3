import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { jsonNameRule } from "./json-name.js";

describe("jsonNameRule", () => {
  it.each<[string, string[]]>([
    [
      'structure A { b: String, @jsonName("b") a: String, @jsonName("d") c: String }',
      ["ERROR JsonName a#A: This shape contains members with conflicting JSON names that resolve to 'b': a, b"],
    ],
    ['structure A { @jsonName("b") a: String, @jsonName("a") b: String }', []],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(jsonNameRule, text)).toEqual(findings);
  });
});
