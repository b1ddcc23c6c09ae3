import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { NumberToken } from "./node.js";
import { equalNodes, normaliseDecimal, numberNode } from "./node-equality.js";

describe("equalNodes", () => {
  it.each([
    [{ a: 1, b: [true, null] }, { b: [true, null], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [[1, 2], [2, 1], false],
    [1, "1", false],
    [null, {}, false],
    [[], {}, false],
    [new NumberToken("1e400"), new NumberToken("10e399"), true],
    [new NumberToken("9007199254740993"), 9007199254740992, false],
    [0, -0, true],
    [{ toString: 1 }, {}, false],
  ])("compares %j with %j", (left, right, equal) => {
    expect(equalNodes(left, right)).toBe(equal);
    expect(equalNodes(right, left)).toBe(equal);
  });
});

describe("numberNode", () => {
  it("is a number exactly where that keeps the value", () => {
    assert(
      property(integer({ min: -400, max: 400 }), integer(), (exponent, digits) => {
        const text = `${digits}e${exponent}`;
        const node = numberNode(text);
        expect(normaliseDecimal(String(node))).toBe(normaliseDecimal(text));
      }),
    );
  });
});
