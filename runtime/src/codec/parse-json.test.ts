import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NumberToken } from "./number-token.js";
import { parseJson } from "./parse-json.js";

const token = (text: string): NumberToken => new NumberToken(text);

describe("parseJson", () => {
  it.each<[text: string, value: unknown]>([
    ["9007199254740993", token("9007199254740993")],
    ["-9223372036854775808", token("-9223372036854775808")],
    ['{"a":[12345678901234567890,1]}', { a: [token("12345678901234567890"), 1] }],
    ["0.1000000000000000055511151231257827", token("0.1000000000000000055511151231257827")],
    ["1e400", token("1e400")],
    ["1e-400", token("1e-400")],
    ["1234567890123456", 1234567890123456],
    ["9007199254740991", 9007199254740991],
    ["1.5", 1.5],
    ['"9007199254740993"', "9007199254740993"],
    ['{"9007199254740993":":9007199254740993,"}', { "9007199254740993": ":9007199254740993," }],
    ['["\\\\",9007199254740993]', ["\\", token("9007199254740993")]],
    ['["a\\"9007199254740993",9007199254740993]', ['a"9007199254740993', token("9007199254740993")]],
    ['[{"#":"9007199254740993"},9007199254740993]', [{ "#": "9007199254740993" }, token("9007199254740993")]],
  ])("keeps what a double would lose of %s", (text, value) => {
    expect(parseJson(text, { lossless: true })).toEqual(value);
  });

  it("keeps __proto__ as a member", () => {
    const value = parseJson('{"__proto__":{"a":9007199254740993}}', { lossless: true }) as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each(["", "{", "[1,]", "01", "9007199254740993.", "-", "[9007199254740993 1]", '"9007199254740993', "1e9999e1"])(
    "refuses %s, lossless or not",
    (text) => {
      expect(() => parseJson(text)).toThrow("Invalid body: it is not JSON");
      expect(() => parseJson(text, { lossless: true })).toThrow("Invalid body: it is not JSON");
    },
  );

  it("counts how deep a text nests, but not in its strings", () => {
    const maximumDepth = 2;
    expect(parseJson('[{"a":"[[[[\\"[["},[]]', { maximumDepth })).toEqual([{ a: '[[[["[[' }, []]);
    expect(() => parseJson("[[[]]]", { maximumDepth })).toThrow("lists and objects nest more than 2 deep");
  });

  it("reads what JSON.parse reads, where no number is lost", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value = parseJson(text, { lossless: true });
        expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("keeps any integer", () => {
    fc.assert(
      fc.property(fc.bigInt(), (integer) => {
        const [value] = parseJson(`[${integer}]`, { lossless: true }) as readonly (number | NumberToken)[];
        expect(BigInt(value instanceof NumberToken ? value.text : (value ?? 0))).toBe(integer);
      }),
    );
  });
});
