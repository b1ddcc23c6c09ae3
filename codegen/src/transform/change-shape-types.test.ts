import { expect, test } from "vitest";
import { changeShapeTypes } from "./change-shape-types.js";
import { modelOf, shapesOf } from "./testing/models.js";

test.each([
  ["structure S { a: String }", "union", "union S { a: String }"],
  ["union S { a: String }", "structure", "structure S { a: String }"],
  ['@documentation("x") string S', "integer", '@documentation("x") integer S'],
  ["list S { member: String }", "set", "@uniqueItems list S { member: String }"],
  ['@enum([{ value: "x", name: "X", deprecated: true }]) string S', "enum", 'enum S { @deprecated X = "x"; }'],
  [
    'enum S { @documentation("y") @tags(["t"]) X = "x"; @internal @deprecated Y }',
    "string",
    '@enum([{ value: "x", name: "X", documentation: "y", tags: ["t"] }, { value: "Y", name: "Y", tags: ["internal"], deprecated: true }]) string S',
  ],
  ["intEnum S { A = 1; }", "long", "long S"],
])("%s to %s", (before, type, after) => {
  const { model, diagnostics } = changeShapeTypes(modelOf(`namespace a\n${before}`), new Map([["a#S", type]]));
  expect(diagnostics).toEqual([]);
  expect(shapesOf(model)).toEqual(shapesOf(modelOf(`namespace a\n${after}`)));
});

test.each([
  ["structure S {}", "list", "Cannot convert a#S to list. Structures can only be converted to unions."],
  ["map S { key: String, value: String }", "structure", "Cannot convert a#S to structure. map cannot be retyped."],
  ["string S", "list", "Cannot convert a#S to list. Simple types can only be converted to other simple types."],
  ["integer S", "intEnum", "Cannot convert a#S to intEnum. This simple type cannot be converted to an enum type."],
])("%s to %s fails", (before, type, message) => {
  const model = modelOf(`namespace a\n${before}`);
  const result = changeShapeTypes(model, new Map([["a#S", type]]));
  expect(result.model).toBe(model);
  expect(result.diagnostics).toMatchObject([{ code: "transform/failed", severity: "ERROR", message, shape: "a#S" }]);
});
