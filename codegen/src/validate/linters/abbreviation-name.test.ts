import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { abbreviationNameLinter } from "./abbreviation-name.js";

describe("abbreviationNameLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      "structure HTTPThing { fooURL: String, okFoo: String }\nenum FooS { SOME_VALUE }",
      [
        "DANGER AbbreviationName a#HTTPThing: shape name, `HTTPThing`, contains invalid abbreviations. Change this shape name to `HttpThing`",
        "DANGER AbbreviationName a#HTTPThing$fooURL: member name, `fooURL`, contains invalid abbreviations. Change this member name to `fooUrl`",
      ],
    ],
    [{ allowedAbbreviations: ["HTTP"] }, "string HTTPThing", []],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(abbreviationNameLinter, configuration, text)).toEqual(findings);
  });
});
