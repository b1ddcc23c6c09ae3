import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { traitTargetRule } from "./trait-target.js";

const only = "This trait may only be applied to shapes that match the following selector:";

describe("traitTargetRule", () => {
  it.each<[string, string[]]>([
    [
      "@required string S",
      [`ERROR TraitTarget a#S: Trait \`required\` cannot be applied to \`a#S\`. ${only} structure > member`],
    ],
    [
      '@trait(selector: "string\\n  :not(enum)") structure t {}\n@t enum E { V }\n@t string S',
      [`ERROR TraitTarget a#E: Trait \`a#t\` cannot be applied to \`a#E\`. ${only} string :not(enum)`],
    ],
    ["@trait structure t {}\n@t structure S { @t m: String }", []],
    [
      "@trait @mixin structure t {}\n@t string S",
      ["ERROR TraitTarget a#S: Trait `a#t` is a mixin and cannot be applied to `a#S`."],
    ],
    [
      '@trait(selector: "[foo]") structure t {}\n@t string S',
      ["ERROR TraitTarget a#t: The selector of this trait fails: Invalid shape selector attribute: foo"],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(traitTargetRule, text)).toEqual(findings);
  });
});
