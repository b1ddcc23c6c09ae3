import { describe, expect, it } from "vitest";
import { createSource, lineRange, lineStarts, positionAt } from "./source.js";

const source = createSource("a.smithy", "ab\ncd\r\n\re\n");

describe("positionAt", () => {
  it.each([
    ["the beginning", 0, 1, 1],
    ["inside a line", 1, 1, 2],
    ["a line break", 2, 1, 3],
    ["behind a line feed", 3, 2, 1],
    ["the carriage return of a pair", 5, 2, 3],
    ["the line feed of a pair", 6, 2, 4],
    ["a carriage return alone", 7, 3, 1],
    ["behind it", 8, 4, 1],
    ["the end", 10, 5, 1],
    ["before the text", -3, 1, 1],
    ["behind the text", 99, 5, 1],
  ])("gives line and column of %s", (_, offset, line, column) => {
    expect(positionAt(source, offset)).toEqual({ line, column });
  });

  it("counts UTF-16 code units", () => {
    expect(positionAt(createSource("x", "😀a"), 2)).toEqual({ line: 1, column: 3 });
  });
});

describe("lineRange", () => {
  it.each([
    [1, "ab"],
    [2, "cd"],
    [3, ""],
    [4, "e"],
    [5, ""],
    [6, ""],
  ])("gives line %i without its break", (line, text) => {
    const { start, end } = lineRange(source, line);
    expect(source.text.slice(start, end)).toBe(text);
  });
});

it("knows where each line starts", () => {
  expect(lineStarts(source)).toEqual([0, 3, 7, 8, 10]);
});
