import { expect, it } from "vitest";
import type { Model } from "../../shapes/model.js";
import { matchPattern } from "./match-pattern.js";

const model: Model = { shapes: new Map(), metadata: {} };

it.each([
  ["b", "abc", true],
  ["^b", "abc", false],
  ["^.$", "\u{1f600}", true],
  ["a\\-b", "a-b", true],
  ["(", "(", undefined],
  ["a/b", "a/b", true],
])("matches %s in %s: %s", (pattern, text, expected) => {
  expect(matchPattern(model, pattern, text)).toBe(expected);
  // An expression that is kept has no state.
  expect(matchPattern(model, pattern, text)).toBe(expected);
});
