import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../../shapes/node.js";
import { lint } from "../../testing/lint.js";
import { unreferencedShapeLinter } from "./unreferenced-shape.js";

describe("unreferencedShapeLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      "service Z { operations: [O] }\noperation O { input: I }\n@refers(T) structure I with [M] { s: S }\n@mixin structure M {}\nstring S\nstring T\nstring U\n@trait @idRef string refers",
      [
        "NOTE UnreferencedShape a#U: This shape is unreferenced. It has no modeled connections to shapes that match the following selector: `service`",
      ],
    ],
    [
      { rootShapeSelector: "[trait|tags]" },
      "@tags([]) list L { member: S }\nstring S\nstring T",
      [
        "NOTE UnreferencedShape a#T: This shape is unreferenced. It has no modeled connections to shapes that match the following selector: `[trait|tags]`",
      ],
    ],
    [
      { rootShapeSelector: "!!" },
      "",
      [
        "Error parsing `rootShapeSelector`: Syntax error at line 1 column 1, near `!!`: Unexpected selector character: !; expression: !!",
      ],
    ],
    [{ rootShapeSelector: 1 }, "", ["Expected `rootShapeSelector` to be a string; found number"]],
    [
      { b: 1, a: 1 },
      "",
      ["Expected an object with possible properties of `rootShapeSelector`, but found additional properties: `a`, `b`"],
    ],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(unreferencedShapeLinter, configuration, text)).toEqual(findings);
  });
});
