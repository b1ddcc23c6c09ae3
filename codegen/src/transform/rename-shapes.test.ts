import { expect, test } from "vitest";
import { renameShapes } from "./rename-shapes.js";
import { metadataOf, modelOf, shapesOf } from "./testing/models.js";

const before = `
metadata names = ["a#S", "a#S$s", { "a#S": "S" }]
namespace a
@trait structure t { @idRef id: String }
@mixin structure M { s: S }
@t(id: S) structure S with [M] { self: S, list: L }
apply S$s @deprecated
list L { member: S }
map P { key: K, value: S }
string K
service V { version: "1", operations: [O], resources: [R], rename: { "a#K": "Key" } }
operation O { input: S, output := {} }
resource R { identifiers: { k: K }, create: O }
`;

test("every reference to a renamed shape follows", () => {
  const names = new Map(Object.entries({ "a#S": "b#T", "a#K": "a#N", "a#t": "a#u", "a#M": "a#X", "a#O": "a#Q" }));
  const model = renameShapes(modelOf(before), names);
  const text = JSON.stringify(shapesOf(model));
  expect(text).not.toMatch(/a#(?:S|K|t|M|O)\b/);
  expect(metadataOf(model)).toEqual({ names: ["b#T", "b#T$s", { "b#T": "S" }] });
  expect(model.shapes.get("b#T")?.members.get("s")).toMatchObject({ id: "b#T$s", container: "b#T", mixins: ["a#X$s"] });
});

test("what nothing refers to stays the same object", () => {
  const model = modelOf("namespace a\nstructure S { b: B }; string B; string C");
  const renamed = renameShapes(model, new Map([["a#B", "a#D"]]));
  expect(renamed.shapes.get("a#C")).toBe(model.shapes.get("a#C"));
  expect(renameShapes(model, new Map([["a#None", "a#D"]]))).toBe(model);
});
