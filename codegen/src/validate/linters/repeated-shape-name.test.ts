import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { repeatedShapeNameLinter } from "./repeated-shape-name.js";

describe("repeatedShapeNameLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      "structure Foo { fooBar: String, bar: String }\nunion U { u: String }",
      [
        "WARNING RepeatedShapeName a#Foo$fooBar: The `Foo` structure shape repeats its name in the member `fooBar`; structure member names should not be prefixed with the structure name.",
        "WARNING RepeatedShapeName a#U$u: The `U` union shape repeats its name in the member `u`; union member names should not be prefixed with the union name.",
      ],
    ],
    [
      { exactMatch: true },
      "structure Foo { fooBar: String, FOO: String }",
      [
        "WARNING RepeatedShapeName a#Foo$FOO: The `Foo` structure shape repeats its name in the member `FOO`; structure member names should not be equal to the structure name.",
      ],
    ],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(repeatedShapeNameLinter, configuration, text)).toEqual(findings);
  });
});
