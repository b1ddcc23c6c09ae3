import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { unionRule } from "./union.js";

describe("unionRule", () => {
  it.each<[string, string[]]>([
    ["union U { a: String }", []],
    ["union U {}", ["ERROR Union a#U: Tagged unions must have one or more members"]],
    [
      "union U { a: D }\n@default(1) integer D",
      [
        expect.stringContaining(
          "NOTE Union a#U$a: This union member targets `a#D`, a shape with a default value of `1`.",
        ),
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(unionRule, text)).toEqual(findings);
  });
});
