import { expect, it } from "vitest";
import { textPayload } from "./bodies.js";

it.each(["", "a\u0000", "\u{1f600}"])("a text that is a whole body can be %j", (text) => {
  expect(textPayload(text, "A.b")).toBe(text);
});

it.each([
  ["\ud83d", "A.b: the text is not well-formed Unicode"],
  ["a\udc00", "A.b: the text is not well-formed Unicode"],
  [7 as never as string, "A.b: expected a string"],
])("a text that is a whole body cannot be %j", (text, message) => {
  expect(() => textPayload(text, "A.b")).toThrow(message);
});
