import { describe, expect, it } from "vitest";
import {
  decodeBigIntegerText,
  decodeDecimalText,
  encodeBigIntegerText,
  encodeDecimalText,
  receiveBigIntegerText,
  receiveDecimalText,
} from "./number-texts.js";
import { NumberToken } from "./number-token.js";

describe("numbers in JSON strings", () => {
  it.each([0n, -7n, 10n ** 40n])("%s is written and read", (value) => {
    expect(encodeBigIntegerText(value, "")).toBe(`"${value}"`);
    expect(decodeBigIntegerText(String(value), "")).toBe(value);
  });

  it.each(["0", "-1.10", "1e5", "-2.5E-400"])("%s is written and read", (value) => {
    expect(encodeDecimalText(value, "")).toBe(`"${value}"`);
    expect(decodeDecimalText(value, "")).toBe(value);
  });

  it.each(["", "01", "+1", "1.0", " 1", "1e3", "-", "0x1", "9".repeat(4097), 1, null])(
    "%j is no integer to a server",
    (value) => {
      expect(() => decodeBigIntegerText(value, "/a")).toThrow("/a");
    },
  );

  it.each(["", "01", ".5", "1.", "1e", "NaN", "Infinity", "1 ", 1.5])("%j is no decimal to a server", (value) => {
    expect(() => decodeDecimalText(value, "/a")).toThrow("/a");
  });

  it("clients take numbers as well", () => {
    expect(receiveBigIntegerText(5, "")).toBe(5n);
    expect(receiveBigIntegerText("5", "")).toBe(5n);
    expect(receiveDecimalText(new NumberToken("1.10"), "")).toBe("1.10");
    expect(receiveDecimalText("1.10", "")).toBe("1.10");
  });
});
