import { expect, test } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { createSource } from "../../source/source.js";
import { jsonSchemaDocument } from "./json-schema-document.js";

function problemOf(shapes: readonly string[], settings = {}): string | undefined {
  const text = ['$version: "2"', "namespace a", ...shapes].join("\n");
  const { model } = loadModel([createSource("m.smithy", text)]);
  return jsonSchemaDocument(model, settings).diagnostics[0]?.message;
}

const lists = (count: number): readonly string[] => [
  ...Array.from({ length: count - 1 }, (_, index) => `list L${index} { member: L${index + 1} }`),
  `list L${count - 1} { member: String }`,
  "structure S { lists: L0 }",
];

const map = ["map M { key: String, value: M }", "structure S { map: M }"];

test.each([
  ["200 lists", lists(200), {}, undefined],
  ["10000 lists", lists(10_000), {}, "Shape `a#L9799` has more than 200 lists or maps inside one another"],
  ["a list of itself", ["list L { member: L }"], {}, "Shape `a#L` is inlined into itself"],
  ["a map of itself", map, {}, undefined],
  ["an inlined map of itself", map, { useInlineMaps: true }, "Shape `a#M` is inlined into itself"],
])("%s", (_, shapes, settings, expected) => {
  expect(problemOf(shapes, settings)).toBe(expected);
});
