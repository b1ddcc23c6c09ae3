import { describe, expect, it } from "vitest";
import { createSource } from "../source/source.js";
import { resolveLocation, resolveLocations } from "./locate.js";

const json = `{
  "smithy": "2.0",
  "shapes": {
    "a#B": { "type": "structure", "members": { "c": { "target": "a#D" } } },
    "~/": [1, [true, null], { "": -1.5e3 }]
  }
}`;

function textAt(text: string, pointer: string): string {
  const { source, start, end } = resolveLocation({ source: createSource("a.json", text), pointer });
  return source.text.slice(start, end);
}

describe("a place in JSON", () => {
  it.each([
    ["the document", json, "", json],
    ["a string", json, "/smithy", '"2.0"'],
    ["an object", json, "/shapes/a#B/members/c", '{ "target": "a#D" }'],
    ["a value in it", json, "/shapes/a#B/members/c/target", '"a#D"'],
    ["an array, by a key with escapes", json, "/shapes/~0~1", '[1, [true, null], { "": -1.5e3 }]'],
    ["an element", json, "/shapes/~0~1/1/1", "null"],
    ["an empty key", json, "/shapes/~0~1/2/", "-1.5e3"],
    ["what is not there, by what is around it", json, "/shapes/a#B/members/x/y", '{ "c": { "target": "a#D" } }'],
    ["nothing like it", json, "/x", json],
    ["the last of two equal keys", '{"a": 1, "a": 2}', "/a", "2"],
    ["a key with escapes in the text", '{"\\u0061": 1}', "/a", "1"],
    ["a text that ends too early", '{"a": [1, {"b": 2', "/a/1/b", "2"],
    ["an object that is never closed", '{"a": {"b": 2', "/a", "{"],
    ["no text", "", "/a", ""],
    ["a scalar", "1", "", "1"],
  ])("%s", (_, text, pointer, expected) => {
    expect(textAt(text, pointer)).toBe(expected);
  });

  it("is found under any depth", () => {
    const depth = 100_000;
    const text = `${"[".repeat(depth)}1${"]".repeat(depth)}`;
    expect(textAt(text, "/0/0/0")).toBe(text.slice(3, -3));
  });
});

it("resolves all places of diagnostics, and leaves spans alone", () => {
  const source = createSource("a.json", json);
  const span = { source: createSource("a.smithy", "x"), start: 0, end: 1 };
  const resolved = resolveLocations([
    { code: "A", severity: "ERROR", message: "m", location: { source, pointer: "/smithy" } },
    {
      code: "B",
      severity: "NOTE",
      message: "n",
      location: span,
      related: [{ message: "r", location: { source, pointer: "/shapes/~0~1/0" } }],
    },
    { code: "C", severity: "NOTE", message: "o" },
  ]);
  const start = json.indexOf('"2.0"');
  const related = json.indexOf("1,");
  expect(resolved).toEqual([
    { code: "A", severity: "ERROR", message: "m", location: { source, start, end: start + 5 } },
    {
      code: "B",
      severity: "NOTE",
      message: "n",
      location: span,
      related: [{ message: "r", location: { source, start: related, end: related + 1 } }],
    },
    { code: "C", severity: "NOTE", message: "o" },
  ]);
});
