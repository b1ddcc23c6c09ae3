import { describe, expect, it } from "vitest";
import { competingSegments, findLabel } from "./label-pattern.js";
import { conflictKey, parseUriPattern, type UriPattern } from "./uri-pattern.js";

function parsed(uri: string): UriPattern {
  const result = parseUriPattern(uri);
  if ("problem" in result) throw new Error(result.problem);
  return result.pattern;
}

function written(uri: string): string {
  const { segments, queryLiterals } = parsed(uri);
  return [...segments.map(({ kind, content }) => `${kind} ${content}`), JSON.stringify([...queryLiterals])].join(", ");
}

describe("parseUriPattern", () => {
  it.each([
    ["/", "[]"],
    ["/a/{b}/{c+}", "literal a, label b, greedyLabel c, []"],
    ["/a/?x&y=1=2&", 'literal a, [["x",""],["y","1=2"]]'],
  ])("reads %s", (uri, expected) => expect(written(uri)).toBe(expected));

  it.each([
    ["/a?", "URI patterns must not end with '?'. Found /a?"],
    ["a", "URI pattern must start with '/'. Found a"],
    ["/a#b", "URI pattern must not contain a fragment. Found /a#b"],
    ["/a//b", "Segments must not be empty at index 3"],
    ["/a/b{c}", "Literal segments must not contain `{` or `}` characters. Found segment `b{c}` at index 3"],
    ["/{}", "Empty label declaration in pattern at index 1."],
    ["/{+}", "Empty label declaration in pattern at index 1."],
    ["/{a b}", "Invalid label name in pattern: 'a b' at index 1. Labels must contain value identifiers."],
    ["/{++}", "Invalid label name in pattern: '+' at index 1. Labels must contain value identifiers."],
    ["/a?b={c}", "URI labels must not appear in the query string. Found /a?b={c}"],
    ["/a?b=1&b", "Literal query parameters must not be repeated: /a?b=1&b"],
    ["/{a}/{A+}", "Label `A` is defined more than once in pattern: /{a}/{A+}"],
  ])("refuses %s", (uri, problem) => expect(parseUriPattern(uri)).toEqual({ problem }));

  it("finds labels whatever their letter case", () => {
    expect(findLabel(parsed("/{Foo}"), "foo")?.content).toBe("Foo");
    expect(findLabel(parsed("/Foo"), "foo")).toBeUndefined();
  });
});

describe("conflictKey", () => {
  it.each([
    ["/a/{b}", "/a/{c}", true],
    ["/a/{b}", "/a/{b+}", false],
    ["/a/{b}", "/a/b", false],
    ["/a?x=1&y", "/a?y&x=1", true],
    ["/a?x=1", "/a", false],
    ["/label", "/{label}", false],
  ])("of %s and %s is the same: %s", (left, right, same) => {
    expect(conflictKey(parsed(left)) === conflictKey(parsed(right))).toBe(same);
  });
});

describe("competingSegments", () => {
  it.each([
    ["/a/{b}", "/{a}/c", ["a {a}", "{b} c"]],
    ["/a/{b}", "/c/d", []],
    ["/{a}/x", "/{b}/x", []],
    ["/{a}", "/{b+}/c", ["{a} {b+}"]],
  ])("of %s and %s", (left, right, expected) => {
    const text = { literal: ["", ""], label: ["{", "}"], greedyLabel: ["{", "+}"] } as const;
    const pairs = competingSegments(parsed(left), parsed(right));
    expect(pairs.map((pair) => pair.map(({ kind, content }) => text[kind].join(content)).join(" "))).toEqual(expected);
  });
});
