import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { shapeIdConflictRule } from "./shape-id-conflict.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `string Foo
integer foo
string FOO`,
    [
      "ERROR ShapeIdConflict a#Foo: Shape ID `a#Foo` conflicts with other shape IDs in the model: [`a#FOO`, `a#foo`]",
      "ERROR ShapeIdConflict a#foo: Shape ID `a#foo` conflicts with other shape IDs in the model: [`a#FOO`, `a#Foo`]",
      "ERROR ShapeIdConflict a#FOO: Shape ID `a#FOO` conflicts with other shape IDs in the model: [`a#Foo`, `a#foo`]",
    ],
  ],
  [
    `structure S { m: String, M: String }
structure s { m: String }`,
    [
      "ERROR ShapeIdConflict a#S: Shape ID `a#S` conflicts with other shape IDs in the model: [`a#s`]",
      "ERROR ShapeIdConflict a#s: Shape ID `a#s` conflicts with other shape IDs in the model: [`a#S`]",
      "ERROR ShapeIdConflict a#S$m: Shape ID `a#S$m` conflicts with other shape IDs in the model: [`a#S$M`, `a#s$m`]",
      "ERROR ShapeIdConflict a#S$M: Shape ID `a#S$M` conflicts with other shape IDs in the model: [`a#S$m`, `a#s$m`]",
      "ERROR ShapeIdConflict a#s$m: Shape ID `a#s$m` conflicts with other shape IDs in the model: [`a#S$M`, `a#S$m`]",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(shapeIdConflictRule, text)).toEqual(findings);
});
