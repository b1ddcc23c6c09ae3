import { assert, bigInt, jsonValue, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeToJson } from "../shapes/node-json.js";
import { type Node, NumberToken } from "../shapes/node.js";
import { equalNodes } from "../shapes/node-equality.js";
import { createSource } from "../source/source.js";
import { maximumDepth, parseJsonText } from "./json-text.js";

function parse(text: string) {
  return parseJsonText(createSource("model.json", text));
}

describe("parseJsonText", () => {
  it("gives what JSON.parse gives", () => {
    assert(
      property(jsonValue(), (value) => {
        const text = JSON.stringify(value);
        // Numbers that JavaScript writes with an exponent keep their text.
        expect(equalNodes(parse(text).value ?? null, JSON.parse(text) as Node)).toBe(true);
        expect(parse(text).diagnostics).toEqual([]);
      }),
    );
  });

  it.each([
    ["9007199254740993"],
    ["-9007199254740993"],
    ["1e400"],
    ["0.1234567890123456789"],
    ["12345678901.12345678901"],
    ["1e-400"],
    ["1e2"],
    ["1.0"],
    ["-0.0"],
    ["1000000000000000000000"],
  ])("keeps the digits of %s", (text) => {
    expect(parse(text).value).toEqual(new NumberToken(text));
    expect(parse(`{"a": [0, ${text}]}`).value).toEqual({ a: [0, new NumberToken(text)] });
  });

  it.each([
    ["0.5000000000000000000", 0.5],
    ["-0", -0],
  ])("reads %s as a double, which loses nothing", (text, number) => {
    expect(parse(text).value).toBe(number);
  });

  it("writes back every number as it was", () => {
    assert(
      property(bigInt(), nat(40), (digits, exponent) => {
        const text = `[${digits}e-${exponent}]`;
        const { value } = parse(text);
        expect(value !== undefined && equalNodes(value, parse(nodeToJson(value)).value ?? null)).toBe(true);
      }),
    );
  });

  it("keeps a key __proto__ harmless", () => {
    for (const text of ['{"__proto__": {"polluted": true}}', '{"__proto__": {"polluted": 9007199254740993}}']) {
      const { value } = parse(text);
      expect(Object.keys(value as object)).toEqual(["__proto__"]);
      expect(Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null).toBe(true);
      expect("polluted" in (value as object)).toBe(false);
    }
  });

  it("notices duplicate keys and takes the last", () => {
    const text = '{"a": 1, "b": {"c": 2, "c": 3}, "a": 4}';
    const { value, diagnostics } = parse(text);
    expect(value).toEqual({ a: 4, b: { c: 3 } });
    expect(diagnostics.map(({ code, severity, location }) => [code, severity, location])).toEqual([
      ["loader/duplicate-key", "WARNING", { source: createSource("model.json", text), start: 23, end: 26 }],
      ["loader/duplicate-key", "WARNING", { source: createSource("model.json", text), start: 32, end: 35 }],
    ]);
  });

  it.each([
    ['{"a": }', 6, 'expected a value, but found "}"'],
    ['{"a" 1}', 5, 'expected ":", but found "1"'],
    ["[1 2]", 3, 'expected "," or "]", but found "2"'],
    ["[1,]", 3, 'expected a value, but found "]"'],
    ["{a: 1}", 1, 'expected a key in double quotes, but found "a"'],
    ['{"a": 1', 7, 'expected "," or "}", but the text ends'],
    ["[] []", 3, 'expected the end of the text, but found "["'],
    ["", 0, "expected a value, but the text ends"],
    ['["a\\x"]', 1, "this string is not closed, or holds an escape or control character that JSON does not allow"],
  ])("places the error in %j", (text, start, message) => {
    const { value, diagnostics } = parse(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "Model", severity: "ERROR", message: `Error parsing JSON: ${message}`, location: { start } },
    ]);
  });

  it("refuses values that are nested too deep, without exhausting the stack", () => {
    const depth = 200_000;
    const { value, diagnostics } = parse("[".repeat(depth) + "]".repeat(depth));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `Error parsing JSON: values are nested more than ${maximumDepth} deep`,
    ]);
  });

  it("reads a text that begins with a byte order mark", () => {
    expect(parse('\uFEFF{"smithy": "2.0"}').value).toEqual({ smithy: "2.0" });
  });
});
