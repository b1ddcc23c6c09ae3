import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { traitCreationRule } from "./trait-creation.js";

describe("traitCreationRule", () => {
  it.each([
    ['@deprecated("x")\nstring S', "Error creating trait `deprecated`: Expected object, but found string."],
    ['@xmlNamespace(prefix: "x")\nstring S', "Error creating trait `xmlNamespace`: Missing expected member `uri`."],
    ['@auth(["x"])\nservice S { version: "1" }', "Error creating trait `auth`: Invalid shape ID: x"],
    [
      '@error("x")\nstructure S {}',
      "Error creating trait `error`: error trait must be set to client or server, found `x`",
    ],
    [
      '@http(method: "GET", uri: "a")\noperation S {}',
      "Error creating trait `http`: URI pattern must start with '/'. Found a",
    ],
    [
      '@endpoint(hostPrefix: "a}")\noperation S {}',
      "Error creating trait `endpoint`: Literal segments must not contain `}`. Found at: 1",
    ],
    [
      '@httpApiKeyAuth(name: "X", in: "body")\nservice S {}',
      "Error creating trait `httpApiKeyAuth`: Invalid location type: body",
    ],
    [
      '@trait(selector: ":not(", conflicts: ["x"])\nstructure S {}',
      "Error creating trait `trait`: Syntax error at line 1 column 6, near ``: Unexpected selector EOF; expression: :not(",
    ],
  ])("refuses %j", (text, message) => {
    expect(findingsOf(traitCreationRule, text)).toEqual([`ERROR Model a#S: ${message}`]);
  });

  it("reads traits of shapes that are left out of the model, too", () => {
    const text = '@deprecated("x")\n@mixin\nstructure S with [S] {}';
    expect(findingsOf(traitCreationRule, text)).toEqual([
      "ERROR Model a#S: Error creating trait `deprecated`: Expected object, but found string.",
    ]);
  });

  it("leaves traits of the model itself to the rule for values", () => {
    expect(findingsOf(traitCreationRule, "@trait\nstring t\n@t(1)\nstring S")).toEqual([]);
  });
});
