import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonProblem } from "./json-problem.js";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("findJsonProblem", () => {
  it.each<[text: string, problem: string]>([
    ["", "the text ends too early"],
    ['{"a":1', "the text ends too early"],
    ['{"a', "the text ends too early"],
    ["{'a':1}", "unexpected character at line 1, column 2"],
    ['{"a" 1}', "unexpected value at line 1, column 6"],
    ['{"a":1,}', "unexpected } at line 1, column 8"],
    ["[1,\n 2,\n]", "unexpected ] at line 3, column 1"],
    ["[1}", "unexpected } at line 1, column 3"],
    ["[01]", "unexpected character at line 1, column 2"],
    ["[truex]", "unexpected character at line 1, column 2"],
    ['["a\tb"]', "unexpected character at line 1, column 4"],
    ['["\\x"]', "unexpected character at line 1, column 3"],
    ["1 2", "unexpected value at line 1, column 3"],
    ["{} {}", "unexpected { at line 1, column 4"],
    ["\ufeff{}", "unexpected character at line 1, column 1"],
  ])("%j: %s", (text, problem) => {
    expect(findJsonProblem(text)).toBe(problem);
  });

  it("finds one exactly where JSON.parse does", () => {
    const pieces = fc.constantFrom(
      ...'{}[],:"\\ \n\t1-+.eE0u',
      "true",
      "null",
      '"a"',
      '"a":',
      "false",
      "12",
      "\u0000",
      "é",
    );
    const broken = fc.tuple(fc.json(), fc.nat(), fc.nat(), pieces).map(([text, start, length, piece]) => {
      const from = start % (text.length + 1);
      return text.slice(0, from) + piece + text.slice(from + (length % 3));
    });
    const texts = fc.oneof(
      broken,
      fc.json(),
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(findJsonProblem(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});
