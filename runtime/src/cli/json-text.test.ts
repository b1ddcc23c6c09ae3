import { assert, jsonValue, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { formatJsonText, parseJsonText } from "./json-text.js";
import { NumberText } from "./value.js";

describe("parseJsonText", () => {
  it("keeps what JSON.parse would lose", () => {
    expect(parseJsonText('{"2": 1.0, "1": 9007199254740993, "__proto__": -0e5}')).toEqual(
      new Map([
        ["2", new NumberText("1.0")],
        ["1", new NumberText("9007199254740993")],
        ["__proto__", new NumberText("-0e5")],
      ]),
    );
  });

  it.each([
    ["", "Expecting value: line 1 column 1 (char 0)"],
    ['["sha256:aaa",', "Expecting value: line 1 column 15 (char 14)"],
    ["[1 2]", "Expecting ',' delimiter: line 1 column 4 (char 3)"],
    ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
    ["{a: 1}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"],
    ['{"a": 1,}', "Expecting property name enclosed in double quotes: line 1 column 9 (char 8)"],
    ["[1,]", "Expecting value: line 1 column 4 (char 3)"],
    ["1 2", "Extra data: line 1 column 3 (char 2)"],
    ['"a', "Unterminated string starting at: line 1 column 1 (char 0)"],
    ['"a\tb"', "Invalid control character at: line 1 column 3 (char 2)"],
    ['"\\x"', "Invalid \\escape: line 1 column 2 (char 1)"],
    ['"\\u12"', "Invalid \\uXXXX escape: line 1 column 3 (char 2)"],
    ["[\n\n  01]", "Expecting ',' delimiter: line 3 column 4 (char 6)"],
    ["nul", "Expecting value: line 1 column 1 (char 0)"],
    ["[".repeat(100_000), "Too many levels"],
  ])("explains %.20j", (text, message) => {
    expect(() => parseJsonText(text)).toThrow(message);
  });

  it("reads back whatever it writes, as JSON.parse does", () => {
    assert(
      property(jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const parsed = parseJsonText(text);
        expect(JSON.parse(formatJsonText(parsed))).toEqual(JSON.parse(text));
        expect(parseJsonText(formatJsonText(parsed))).toEqual(parsed);
      }),
    );
  });
});

describe("formatJsonText", () => {
  it("indents by four spaces and leaves empty values on one line", () => {
    const value = parseJsonText('{"a":[],"b":{},"c":[{"d":"é😀\\u0007"},null],"e":1.50}');
    expect(formatJsonText(value)).toBe(
      [
        "{",
        '    "a": [],',
        '    "b": {},',
        '    "c": [',
        "        {",
        '            "d": "é😀\\u0007"',
        "        },",
        "        null",
        "    ],",
        '    "e": 1.50',
        "}",
      ].join("\n"),
    );
  });
});
