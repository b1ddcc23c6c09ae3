import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSelector } from "./parse-selector.js";

describe("parseSelector", () => {
  it.each([
    ["*", []],
    ["structure", [{ kind: "type", type: "structure" }]],
    ["> <", ["forward", "reverse"].map((direction) => ({ kind: "neighbors", direction, relationships: [] }))],
    ["-[input , output]->", [{ kind: "neighbors", direction: "forward", relationships: ["input", "output"] }]],
    ["<-[member]-", [{ kind: "neighbors", direction: "reverse", relationships: ["member"] }]],
    ["~>", [{ kind: "recursiveNeighbors" }]],
    [
      "$a(*) ${ a }",
      [
        { kind: "store", variable: "a", selector: [] },
        { kind: "load", variable: "a" },
      ],
    ],
    [":each(*)", [{ kind: "function", name: "is", selectors: [[]] }]],
    [":nay(*)", [{ kind: "unknownFunction", name: "nay" }]],
    ["[trait | enum|(values)]", [{ kind: "attribute", path: ["trait", "enum", "(values)"] }]],
    [
      "[id|name^='a b', -1.5e3 i]",
      [
        {
          kind: "attribute",
          path: ["id", "name"],
          comparison: { comparator: "^=", values: ["a b", "-1.5e3"], ignoresCase: true },
        },
      ],
    ],
    [
      "[@trait|a#b|(values): @{x|(keys)} {<<} @{y} && z >= 1, 2 i]",
      [
        {
          kind: "scoped",
          path: ["trait", "a#b", "(values)"],
          assertions: [
            { left: { path: ["x", "(keys)"] }, comparator: "{<<}", right: [{ path: ["y"] }], ignoresCase: false },
            {
              left: { literal: "z" },
              comparator: ">=",
              right: [{ literal: "1" }, { literal: "2" }],
              ignoresCase: true,
            },
          ],
        },
      ],
    ],
  ])("reads %s", (text, steps) => {
    expect(parseSelector(text)).toEqual({ selector: { text, steps, roots: [] } });
  });

  it("takes roots out, inner ones first", () => {
    const { selector } = parseSelector(":in(:root(:in(:root(string)) list))");
    expect(selector?.roots).toEqual([
      [{ kind: "type", type: "string" }],
      [
        { kind: "function", name: "in", selectors: [[{ kind: "root", index: 0 }]] },
        { kind: "type", type: "list" },
      ],
    ]);
    expect(selector?.steps).toEqual([{ kind: "function", name: "in", selectors: [[{ kind: "root", index: 1 }]] }]);
  });

  it.each([
    ["", 0, "Unexpected selector EOF"],
    ["foo", 3, "Unknown shape type: foo"],
    ["string, list", 6, "Unexpected selector character: ,"],
    ["string ! list", 7, "Unexpected selector character: !"],
    ["-[]->", 2, "Expected a valid identifier character, but found ']'"],
    ["~", 1, "Expected: '>', but found '[EOF]'"],
    ["$_", 2, "Expected a valid identifier character, but found '[EOF]'"],
    [":is(string", 10, "Found '[EOF]', but expected one of the following tokens: ')' ','"],
    [":not(string, list)", 1, "The :not function requires a single selector argument"],
    [":topdown(*, *, *)", 1, "The :topdown function accepts 1 or 2 selectors, but found 3"],
    ["[id=1.]", 6, "Invalid number '1.': '.' must be followed by a digit"],
    ["[id='a]", 7, "Expected ' to close a]"],
    ["[id%=1]", 3, "Found '%', but expected one of the following tokens: ']' '=' '!' '^' '$' '*' '?' '>' '<'"],
    ["[@id: a + b]", 9, "Unknown attribute comparator token '+'"],
    ["[trait|'a b']", 1, "Invalid shape ID: smithy.api#a b"],
    [`${":not(".repeat(100)}*`, 500, "Selector exceeds the maximum allowed nesting depth of 100"],
    [">".repeat(1001), 1000, "Selector exceeds the maximum of 1000 steps"],
  ])("refuses %s", (text, offset, reason) => {
    expect(parseSelector(text).problem).toMatchObject({ offset, reason });
  });

  it("says where, as Smithy does", () => {
    expect(parseSelector("string\n !x").problem?.message).toBe(
      "Syntax error at line 2 column 2, near `!x`: Unexpected selector character: !; expression: string\n !x",
    );
  });

  it("never throws", () => {
    assert(
      property(string({ unit: "grapheme-ascii", maxLength: 40 }), (text) => {
        const { selector, problem } = parseSelector(text);
        expect((selector === undefined) !== (problem === undefined)).toBe(true);
      }),
    );
  });
});

it.each([
  {
    text: "service -[opration, input]->",
    want: [{ name: "opration", offset: 10, suggestion: 'Did you mean "operation"?' }],
  },
  { text: ":not(<-[x]- *)", want: [{ name: "x", offset: 8, suggestion: undefined }] },
  { text: "<-[bound, instanceOperation, read]-", want: undefined },
])("relationships that do not exist: $text", ({ text, want }) => {
  const { unknownRelationships } = parseSelector(text) as { unknownRelationships?: unknown };
  expect(unknownRelationships).toEqual(want);
});
