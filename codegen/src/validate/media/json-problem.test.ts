import { expect, it } from "vitest";
import { jsonProblem } from "./json-problem.js";

it.each<[string, string | undefined]>([
  ['{"a": [1, -2.5e+3, true, false, null, "\\u00e9"], "a": {}}', undefined],
  ["1 ", undefined],
  ["", "Unexpected end of input ([1, 1])"],
  ['{"a"}', "Expected ':' ([1, 5])"],
  ['{"a":1\n "b":2}', "Expected ',' or '}' ([2, 2])"],
  ["[1 2]", "Expected ',' or ']' ([1, 4])"],
  ["[1,]", "Expected value ([1, 4])"],
  ["{a: 1}", "Expected name ([1, 2])"],
  ["tru", "Unexpected end of input ([1, 4])"],
  ["trux", "Expected 'e' ([1, 4])"],
  ["01", "Unexpected character ([1, 2])"],
  ["1.x", "Expected digit ([1, 3])"],
  ['"\\x"', "Expected valid escape sequence ([1, 3])"],
  ['"\\u12g4"', "Expected hexadecimal digit ([1, 6])"],
  ['"a\nb"', "Expected valid string character ([1, 3])"],
  ["[1\n", "Unexpected end of input ([1, 4])"],
  ["[".repeat(100_000), "Nesting too deep ([1, 1000])"],
])("of %.20j is %j", (text, problem) => {
  expect(jsonProblem(text)).toBe(problem === undefined ? undefined : `Error parsing JSON: ${problem}`);
});
