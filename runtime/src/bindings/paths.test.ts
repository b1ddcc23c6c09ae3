import { expect, it } from "vitest";
import { encodeGreedyLabel, encodeLabel } from "./paths.js";

it.each([
  ["a b/c", "a%20b%2Fc", "a%20b/c"],
  ["(é)*", "%28%C3%A9%29%2A", "%28%C3%A9%29%2A"],
  ["...", "...", "..."],
])("a label that stands for %j", (text, one, several) => {
  expect([encodeLabel(text, "A.b"), encodeGreedyLabel(text, "A.b")]).toEqual([one, several]);
});

it.each([
  ["", "A.b: a part of the path must not be empty"],
  [".", "A.b: a part of the path must not be a step in it"],
  ["..", "A.b: a part of the path must not be a step in it"],
  ["\ud800", "A.b: the text is not well-formed Unicode"],
])("no label stands for %j", (text, message) => {
  expect(() => encodeLabel(text, "A.b")).toThrow(message);
});

it("keeps the steps of what takes several segments", () => {
  expect(encodeGreedyLabel("a/../b", "A.b")).toBe("a/../b");
});
