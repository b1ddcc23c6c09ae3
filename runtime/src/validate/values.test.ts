import { assert, constantFrom, integer, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { textLengthWithin } from "./text-length.js";
import { compareDecimals, decimalKey, isDecimal, isDocument, scalarLength } from "./values.js";

describe("scalarLength", () => {
  it("counts what iterating a text counts", () => {
    const text = string({ unit: constantFrom("a", "é", "\u2028", "👍", "\ud83d", "\udc4d") });
    assert(property(text, (value) => scalarLength(value) === [...value].length));
  });
});

describe("textLengthWithin", () => {
  it("agrees with counting", () => {
    const text = string({ unit: constantFrom("a", "👍", "\ud83d", "\udc4d"), maxLength: 12 });
    const bound = integer({ min: 0, max: 12 });
    assert(
      property(text, bound, bound, (value, min, more) => {
        const length = [...value].length;
        return textLengthWithin(value, min, min + more) === (length >= min && length <= min + more);
      }),
    );
  });
});

describe("decimals", () => {
  it.each([
    ["0", "-0.0", 0],
    ["1", "1.00", 0],
    ["15e-1", "1.5", 0],
    ["1e400", "1e401", -1],
    ["-1", "0", -1],
    ["-2", "-10", 1],
    ["0.09999999999999999999", "0.1", -1],
    ["123456789012345678901", "123456789012345678900", 1],
    ["100", "99.9", 1],
    ["1e99999999999999999999", "1", 1],
  ])("%s against %s", (left, right, sign) => {
    expect(Math.sign(compareDecimals(left, right))).toBe(sign);
    expect(Math.sign(compareDecimals(right, left))).toBe(-sign + 0);
    expect(decimalKey(left) === decimalKey(right)).toBe(sign === 0);
  });

  it("are numerals and nothing else", () => {
    expect(["1", "-1.5", "1e5", "1E-5"].every(isDecimal)).toBe(true);
    expect(["", "1.", ".5", "+1", "NaN", "1,5", " 1", "0x1", 1, "9".repeat(2000)].some(isDecimal)).toBe(false);
  });
});

describe("isDocument", () => {
  it("takes JSON and refuses what JSON has not", () => {
    expect([null, 1, "x", [], {}, { a: [1, { b: null }] }].every((value) => isDocument(value))).toBe(true);
    expect([undefined, () => 1, Symbol("x"), [undefined], { a: () => 1 }].some((value) => isDocument(value))).toBe(
      false,
    );
  });

  it("ends on what holds itself", () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(isDocument(loop)).toBe(false);
  });
});
