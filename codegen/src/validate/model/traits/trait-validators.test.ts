import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { traitValidatorsRule } from "./trait-validators.js";

const found = "Found an incompatible shape when validating the constraints of the `a#t` trait attached to `a#S`";

describe("traitValidatorsRule", () => {
  it.each<[string, string[]]>([
    [
      '"x.y": {selector: "> member :test(> document)", message: "No documents", severity: "WARNING"}',
      [`WARNING x.y a#S$d: ${found}: No documents`],
    ],
    ['x: {selector: "structure"}', [`ERROR x a#S: ${found}`]],
    ['x: {selector: "string"}', []],
    [
      '"x y": {selector: "*"}',
      ["ERROR TraitValidators a#t: `smithy.api#traitValidators` key is not a valid event ID: `x y`"],
    ],
    [
      'x: {selector: "[y]"}',
      ["ERROR TraitValidators a#t: The selector of `x` fails: Invalid shape selector attribute: y"],
    ],
  ])("finds with {%s}", (validators, findings) => {
    const text = `@trait @traitValidators({${validators}}) structure t {}\n@t structure S { d: Document, s: String }\nstructure R { d: Document }`;
    expect(findingsOf(traitValidatorsRule, text)).toEqual(findings);
  });
});
