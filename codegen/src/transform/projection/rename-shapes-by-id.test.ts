import { expect, test } from "vitest";
import type { Node } from "../../shapes/node.js";
import { modelOf, shapesOf } from "../testing/models.js";
import { applyProjection } from "./apply-projection.js";

const before = "namespace a; structure S { t: T }; string T; @idRef string Id";

const rename = (args?: Node) => applyProjection(modelOf(before), [{ name: "renameShapes", args }]);

test.each([
  [{}, before],
  [{ "a#T": "a#U" }, "namespace a; structure S { t: U }; string U; @idRef string Id"],
  [{ "a#S": "a#T", "a#T": "a#S" }, "namespace a; structure T { t: S }; string S; @idRef string Id"],
])("renames %j", (renamed, after) => {
  const { model } = rename({ renamed });
  expect(shapesOf(model)).toEqual(shapesOf(modelOf(after)));
});

test.each([
  [undefined, 'The transform "renameShapes" needs the argument "renamed".'],
  [{ renamed: {} }, 'The transform "renameShapes" needs the argument "renamed".'],
  [{ renamed: { T: "a#U" } }, "'T' must be a valid, absolute shape ID"],
  [{ renamed: { "a#T": "U" } }, "'U' must be a valid, absolute shape ID"],
  [{ renamed: { "a#X": "a#U" } }, "'a#X' to be renamed does not exist in model."],
])("refuses %j", (args, message) => {
  const { model, diagnostics } = rename(args);
  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
  expect(shapesOf(model)).toEqual(shapesOf(modelOf(before)));
});
