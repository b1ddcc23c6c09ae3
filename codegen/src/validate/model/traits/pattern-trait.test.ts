import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { patternTraitRule } from "./pattern-trait.js";

describe("patternTraitRule", () => {
  it.each<[string, string[]]>([
    ['@pattern("^a$") string S', []],
    ['@pattern("a$") string S', [expect.stringContaining("applied without a leading '^', meaning")]],
    ['@pattern("^a") string S', [expect.stringContaining("applied without a trailing '$', meaning")]],
    ['@pattern("a") string S', [expect.stringContaining("without a leading '^' and trailing '$', meaning")]],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(patternTraitRule, text)).toEqual(findings);
  });
});
