import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JmespathError, parseExpression } from "./index.js";

function problemOf(text: string): string {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof JmespathError) return error.message;
    throw error;
  }
  return "none";
}

test("expressions say where they stand", () => {
  expect(parseExpression("foo[*].bar\n| length(@)")).toMatchObject({
    kind: "subexpression",
    line: 2,
    column: 1,
    left: { kind: "projection", column: 5, left: { name: "foo", column: 1 }, right: { name: "bar", column: 8 } },
    right: { kind: "function", name: "length", line: 2, column: 3, arguments: [{ kind: "current", column: 10 }] },
  });
  expect(parseExpression("a[?b == `1`].c")).toMatchObject({
    kind: "filterProjection",
    condition: { kind: "comparison", comparator: "==", left: { name: "b" }, right: { value: 1 } },
    right: { name: "c" },
  });
});

describe("what is refused, and why", () => {
  test.each([
    ["foo ||", "1 column 7: Expected ['@', 'A-Z|a-z|_', '`', '*', '{', '[', '[]', '&', '!', '[?', '('], but found EOF"],
    ["foo bar", "1 column 5: Expected EOF, but found 'bar'"],
    ["{a: b", "1 column 6: Expected [']', ','], but found EOF"],
    ["[::::]", "1 column 5: Too many colons in slice expression"],
    ["@(a)", "1 column 2: Invalid led token: '('"],
    ['"f"(a)', "1 column 4: Invalid led token: '('"],
    ["a[*]b", "1 column 5: Expected EOF, but found 'b'"],
    ["f(a,)", "1 column 5: Invalid token after ',': ')'"],
    ["a = b", "1 column 4: Expected: '=', but found ' '"],
    ["a\n#", "2 column 1: Unexpected syntax: #"],
    ["'a", "1 column 3: Unclosed raw string: a"],
    ['"\\x"', "1 column 3: Invalid escape: x"],
    ["1.x", "1 column 3: Invalid number '1.': '.' must be followed by a digit"],
    ["`[1", "1 column 4: Found '[EOF]', but expected one of the following tokens: ',' ']'"],
    ["`{", "1 column 3: Unclosed JSON object"],
  ])("%j", (text, problem) => {
    expect(problemOf(text)).toBe(`Syntax error at line ${problem}`);
  });
});

test.each([
  ["parentheses", "(".repeat(100_000)],
  ["a chain", `a${".a".repeat(100_000)}`],
  ["alternatives", `a${"||a".repeat(100_000)}`],
  ["negations", "!".repeat(100_000)],
  ["a literal", `\`${"[".repeat(100_000)}`],
])("%s without end are refused", (_name, text) => {
  expect(problemOf(text)).toMatch(/nests deeper than 400|maximum allowed depth of 50/);
});

test("any text gives an expression or a problem", () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from("ab.*[]{}()|&@,:?=!<>`'\"\\0-1 \n")) });
  fc.assert(fc.property(text, (expression) => typeof problemOf(expression) === "string"));
});
