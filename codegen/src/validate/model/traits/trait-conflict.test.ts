import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { traitConflictRule } from "./trait-conflict.js";

describe("traitConflictRule", () => {
  it.each<[string, string[]]>([
    [
      "@trait(conflicts: [b, c]) structure t {}\n@trait structure b {}\n@trait structure c {}\n@t @c @b string S\n@t string T",
      [
        "ERROR TraitConflict a#S: Found conflicting traits on string shape: `a#t` conflicts with `a#b`, `a#t` conflicts with `a#c`",
      ],
    ],
    ["@required @sensitive structure S {}", []],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(traitConflictRule, text)).toEqual(findings);
  });
});
