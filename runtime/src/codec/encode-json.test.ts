import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeList, encodeMap } from "./collections.js";
import { EncodeError } from "./codec-errors.js";
import { encodeInteger } from "./numbers.js";
import { appendString, encodeString } from "./strings.js";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom('"', "\\", "\u0000", "\ud800", "\udfff"),
);

describe("JSON text", () => {
  it("of integers is their digits", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(encodeInteger(value, "")).toBe(String(value));
      }),
    );
    for (const value of [0, -0, 1e8, 1e9 - 1, 1e9, 1e9 + 1, 1.7e12, 1e16 - 1e9, Number.MAX_SAFE_INTEGER, -1e12]) {
      if (Number.isSafeInteger(value)) expect(encodeInteger(value, "")).toBe(String(value));
    }
  });

  it("of strings is what JSON.stringify writes", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(encodeString(value, "")).toBe(JSON.stringify(value));
        expect(appendString('{"a":"', value, "")).toBe(`{"a":${JSON.stringify(value)}`);
      }),
    );
    expect(() => appendString('"', 1 as never, "Shape.member")).toThrow(EncodeError);
  });

  it("of lists and maps is what JSON.stringify writes, however long they are", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 20 }), fc.integer({ min: 1, max: 80 }), (texts, times) => {
        const list = Array.from({ length: times }, () => texts).flat();
        const map = Object.fromEntries(list.map((text, index) => [`${text}${index % 700}`, text]));
        expect(encodeList(list, "", encodeString)).toBe(JSON.stringify(list));
        expect(encodeMap(map, "", encodeString)).toBe(JSON.stringify(map));
        const lists = [list, [], list];
        expect(encodeList(lists, "", (item) => encodeList(item, "", encodeString))).toBe(JSON.stringify(lists));
      }),
      { numRuns: 15 },
    );
  });
});
