import { describe, expect, test } from "vitest";
import { compileQuery } from "./query.js";
import { NumberText, type Value } from "./value.js";

const output: Value = new Map<string, Value>([
  ["id", new NumberText("9007199254740993")],
  ["count", new NumberText("2")],
  ["names", ["b", "a"]],
]);

test.each<[string, Value]>([
  ["id", new NumberText("9007199254740993")],
  ["id.text", null],
  ["count > `1`", true],
  ["sort(names)[0]", "a"],
  [
    "{n: names[*], i: id}",
    new Map<string, Value>([
      ["n", ["b", "a"]],
      ["i", new NumberText("9007199254740993")],
    ]),
  ],
])("%s", (expression, found) => {
  expect(compileQuery(expression)(output)).toEqual(found);
});

describe("what is no query", () => {
  test.each([
    ["", "Invalid JMESPath expression: cannot be empty."],
    ["a[", 'Invalid jmespath expression: Incomplete expression:\n"a["\n   ^'],
    [
      "a b",
      'Invalid jmespath expression: Parse error at column 2, token "b" (UNQUOTED_IDENTIFIER), for expression:\n"a b"\n   ^',
    ],
    ["a#", 'Bad jmespath expression: Unknown token # at column 1:\n"a#"\n  ^'],
  ])("%j", (expression, problem) => {
    expect(() => compileQuery(expression)).toThrow(`Bad value for --query ${expression}: ${problem}`);
  });

  test("a call that fails says which", () => {
    expect(() => compileQuery("nope(@)")(output)).toThrow("Unknown function: nope()");
  });
});
