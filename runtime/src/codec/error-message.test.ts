import { describe, expect, it } from "vitest";
import { receiveMessage } from "./error-message.js";

describe("the text of an error", () => {
  it.each([
    [{ message: "no" }, "no"],
    [{ Message: "no" }, "no"],
    [{ message: null, Message: "no" }, "no"],
    [{ message: "no", Message: "other", more: 1 }, "no"],
    [{ message: null }, undefined],
    [{}, undefined],
  ])("of %j", (value, text) => expect(receiveMessage(value, "")).toBe(text));

  it.each([
    [null, "Invalid body: expected an object, but found null"],
    [{ Message: 1 }, "Invalid value at '/message': expected a string, but found a number"],
  ])("of %j is refused", (value, message) => expect(() => receiveMessage(value, "")).toThrow(message));
});
