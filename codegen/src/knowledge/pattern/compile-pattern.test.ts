import { expect, test } from "vitest";
import { compilePattern } from "./compile-pattern.js";

test.each([
  ["^[a-z]+$", "u", "^[a-z]+$"],
  ["a/b", "u", "a\\/b"],
  ["^\\p{L}+$", "u", "^\\p{L}+$"],
  ["[\\w\\-]\\_", "", "[\\w\\-]\\_"],
  ["\\-\\p{L}", "", "\\-\\p{L}"],
  ["\\\\p{2}\\_", "", "\\\\p{2}\\_"],
])("%s compiles with the flags '%s'", (pattern, flags, source) => {
  expect(compilePattern(pattern)).toEqual({ kind: "regexp", source, flags });
});

test.each([
  ["(", "Unterminated group"],
  ["(?i)a", "Invalid group"],
  ["^\\p{Print}+$", "Invalid property name"],
  ["^[\\P{Alnum}_]+$", "Invalid property name in character class"],
])("%s is no pattern", (pattern, reason) => {
  expect(compilePattern(pattern)).toEqual({ kind: "invalid", reason });
});
