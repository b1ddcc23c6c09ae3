import { describe, expect, test } from "vitest";
import { removeShapes } from "./remove-shapes.js";
import { modelOf, shapesOf } from "./testing/models.js";

/** What is left must be what the second text says. */
const cases: readonly (readonly [string, string, readonly string[], string])[] = [
  [
    "members that target it",
    "structure S { a: A, b: String }; union U { a: A, b: String }; string A",
    ["a#A"],
    "structure S { b: String }; union U { b: String }",
  ],
  [
    "a member alone",
    "structure S { a: String, b: String }; enum E { X, Y }",
    ["a#S$a", "a#E$Y"],
    "structure S { b: String }; enum E { X }",
  ],
  [
    "bindings",
    'service V { version: "1", operations: [O, P], resources: [R] }; operation O {}; operation P {}; resource R { read: P, operations: [O] }',
    ["a#O"],
    'service V { version: "1", operations: [P], resources: [R] }; operation P {}; resource R { read: P }',
  ],
  [
    "lifecycle bindings and resources",
    'service V { version: "1", resources: [R, Q] }; operation P {}; resource R { create: P }; resource Q {}',
    ["a#P", "a#Q"],
    'service V { version: "1", resources: [R] }; resource R {}',
  ],
  [
    "inputs, outputs and errors",
    'operation O { input: I, output: I, errors: [E, F] }; structure I {}; @error("client") structure E {}; @error("client") structure F {}',
    ["a#I", "a#E"],
    'operation O { errors: [F] }; @error("client") structure F {}',
  ],
  [
    "renames",
    'service V { version: "1", rename: { "a#S": "T" } }; structure S {}',
    ["a#S"],
    'service V { version: "1" }',
  ],
  [
    "a trait's applications",
    "@trait structure t {}; @t structure S { @t a: String }; @t string A",
    ["a#t"],
    "structure S { a: String }; string A",
  ],
  [
    "what a mixin brought",
    "@mixin @deprecated structure M { a: String }; @mixin structure N with [M] { b: String }; structure S with [N] { c: String }",
    ["a#M"],
    "@mixin structure N { b: String }; structure S with [N] { c: String }",
  ],
  [
    "a member of a mixin",
    "@mixin structure M { a: String, b: String }; structure S with [M] { c: String }; apply S$b @deprecated",
    ["a#M$a"],
    "@mixin structure M { b: String }; structure S with [M] { c: String }; apply S$b @deprecated",
  ],
  [
    "references and lists of traits",
    "@references([{ resource: R }, { resource: Q }]) structure S { id: String }; resource R {}; resource Q { identifiers: { id: String } }; @trait structure t {}; @authDefinition(traits: [t]) @trait structure d {}",
    ["a#R", "a#t"],
    "@references([{ resource: Q }]) structure S { id: String }; resource Q { identifiers: { id: String } }; @authDefinition(traits: []) @trait structure d {}",
  ],
];

describe("removing shapes removes", () => {
  test.each(cases)("%s", (_name, before, ids, after) => {
    const model = removeShapes(modelOf(`namespace a\n${before}`), ids);
    expect(shapesOf(model)).toEqual(shapesOf(modelOf(`namespace a\n${after}`)));
  });

  test("nothing where nothing is to remove", () => {
    const model = modelOf("namespace a\nstructure S { a: A }; list A { member: String }; string B");
    expect(removeShapes(model, ["a#None", "a#A$member"])).toBe(model);
    expect(removeShapes(model, ["a#B"]).shapes.get("a#S")).toBe(model.shapes.get("a#S"));
  });
});
