import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { stutteredShapeNameLinter } from "./stuttered-shape-name.js";

describe("stutteredShapeNameLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      "structure Foo { fooBar: String }",
      [
        "WARNING StutteredShapeName a#Foo$fooBar: The `Foo` structure shape stutters its name in the member `fooBar`; structure member names should not be prefixed with the structure name.",
      ],
    ],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(stutteredShapeNameLinter, configuration, text)).toEqual(findings);
  });
});
