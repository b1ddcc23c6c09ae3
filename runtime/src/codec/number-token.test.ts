import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bigintOfNumber } from "./number-token.js";

describe("bigintOfNumber", () => {
  it.each<[text: string, integer: bigint | undefined]>([
    ["0", 0n],
    ["-0.000e99999999", 0n],
    ["9007199254740993", 9007199254740993n],
    ["-12e3", -12_000n],
    ["12.50e1", 125n],
    ["1200e-2", 12n],
    ["1.5", undefined],
    ["1e-1", undefined],
    ["1e4095", 10n ** 4095n],
    ["1e4096", undefined],
    ["1e999999999", undefined],
    ["abc", undefined],
  ])("%s", (text, integer) => {
    expect(bigintOfNumber(text)).toBe(integer);
  });

  it("reads any integer with a point and an exponent anywhere", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n }), fc.nat({ max: 20 }), fc.boolean(), (integer, shift, negative) => {
        const digits = String(integer).padStart(shift + 1, "0");
        const text = `${negative ? "-" : ""}${digits.slice(0, digits.length - shift)}.${digits.slice(digits.length - shift)}0e${shift}`;
        expect(bigintOfNumber(text)).toBe(negative ? -integer : integer);
      }),
    );
  });
});
