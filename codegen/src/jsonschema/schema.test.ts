import { expect, test } from "vitest";
import { unicodePattern } from "./schema.js";

test.each([
  ["^[a-z]+$", "^[a-z]+$"],
  ["^a\\-b\\/c$", "^a-b\\/c$"],
  ["[\\w\\-\\_]", "[\\w\\-_]"],
  ["\\@[\\]\\:]\\:", "@[\\]:]:"],
  ["\\z", "\\z"],
  ["(", "("],
])("%s is written as %s", (given, want) => {
  expect(unicodePattern(given)).toBe(want);
});
