import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeJson, safeLine, toCells, widthOf } from "./terminal-text.js";

describe("safeLine", () => {
  it.each([
    ["plain text, äöü 日本語 😀", "plain text, äöü 日本語 😀"],
    ["a\nb\r\tc", "a\\nb\\r\\tc"],
    ["\u001b[31mred", "\\u001b[31mred"],
    ["\u009b31m", "\\u009b31m"],
    ["\u0000\u007f", "\\u0000\\u007f"],
    ["a\u202eb\u2066c", "a\\u202eb\\u2066c"],
    ["a\u200bb\ufeffc\u2028d", "a\\u200bb\\ufeffc\\u2028d"],
    ["\ud800x", "\\ud800x"],
    ["\u{e0041}", "\\u{e0041}"],
    ["👩‍🚀", "👩‍🚀"],
  ])("shows %j as %j", (text, shown) => {
    expect(safeLine(text)).toBe(shown);
  });

  it("leaves nothing that a terminal would act on, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(safeLine(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

it("safeJson means the same and holds nothing raw, for any value", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const json = safeJson(JSON.stringify({ [text]: [text] }, undefined, 2));
      expect(JSON.parse(json)).toEqual({ [text]: [text] });
      expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

describe("cells", () => {
  it.each([
    ["ascii", "abc", 3],
    ["wide letters", "日本", 4],
    ["full-width forms", "ＡＢ", 4],
    ["emoji", "😀", 2],
    ["a family is one emoji", "👨‍👩‍👧", 2],
    ["a flag is one emoji", "🇩🇪", 2],
    ["a letter with a combining mark", "e\u0301", 1],
    ["an escape", "\u001b", 6],
    ["tabs go to the next stop", "a\tb\t", 8],
  ])("%s: %j takes %i columns", (_, text, width) => {
    expect(widthOf(toCells(text, 0))).toBe(width);
  });

  it("of a tab depend on where it stands", () => {
    expect([0, 1, 2, 3, 4].map((column) => widthOf(toCells("\t", column)))).toEqual([4, 3, 2, 1, 4]);
  });
});
