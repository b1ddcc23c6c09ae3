import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { exclusiveStructureMemberTraitRule } from "./exclusive-structure-member-trait.js";

describe("exclusiveStructureMemberTraitRule", () => {
  it.each<[string, string[]]>([
    [
      "structure A { @idempotencyToken b: String, @idempotencyToken a: String }",
      [
        "ERROR ExclusiveStructureMemberTrait a#A: The `idempotencyToken` trait can be applied to only a single member of a shape, but it was found on the following members: `a`, `b`",
      ],
    ],
    [
      "@streaming blob S\nstructure A { @required a: S, @required b: S }",
      [
        "ERROR ExclusiveStructureMemberTrait a#A: Only a single member of a structure can target a shape marked with the `streaming` trait, but it was found on the following members: `a`, `b`",
      ],
    ],
    ["structure A { @idempotencyToken a: String, b: String }", []],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(exclusiveStructureMemberTraitRule, text)).toEqual(findings);
  });
});
