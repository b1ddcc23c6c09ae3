import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { traitBreakingChangesRule } from "./trait-breaking-changes.js";

describe("traitBreakingChangesRule", () => {
  it.each<[string, string[]]>([
    ['@trait(breakingChanges: [{ path: "/m/n", change: "any" }]) structure t { m: N }\nstructure N { n: String }', []],
    [
      '@trait(breakingChanges: [{ change: "any" }, { path: "/m/x", change: "any" }]) structure t { m: N }\nstructure N { n: String }',
      [
        "ERROR TraitBreakingChanges a#t: Invalid trait breakingChanges element 1, '/m/x', at segment 'x': Evaluated shape `a#N`, a structure, has no member named `x`",
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(traitBreakingChangesRule, text)).toEqual(findings);
  });
});
