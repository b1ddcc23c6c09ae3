import { describe, expect, it } from "vitest";
import { assessPattern } from "./assess-pattern.js";

/** Whether a pattern blows up, as an independent checker of regular expressions says too. */
const table: readonly (readonly [pattern: string, kind: "linear" | "polynomial" | "exponential"])[] = [
  ["", "linear"],
  ["^[0-9]{12}$", "linear"],
  ["^\\S+$", "linear"],
  ["^[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+$", "linear"],
  ["^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$", "linear"],
  ["^$|arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key\\/[a-z0-9-]+$", "linear"],
  ["^(?:a|ab)(?:c|bcd)*$", "linear"],
  ["^[\\s\\S]*$", "linear"],
  ["^[\\p{L}\\p{N}]+$", "linear"],
  ["^([a-z0-9]|-(?!-)){1,61}$", "linear"],
  ["^(a+)+", "linear"],
  ["a*$", "polynomial"],
  ["(a+)*$", "exponential"],
  ["^(?!^[0-9]+$)([a-zA-Z0-9-_]+)$", "linear"],
  ["^\\s+|\\s+$", "polynomial"],
  ["^a*a*$", "polynomial"],
  ["\\w+@\\w+\\.com", "polynomial"],
  ["[a-z]+[0-9]+", "polynomial"],
  ["^arn:aws:[a-z]+:.*:.*:.*$", "polynomial"],
  ["^[a-z0-9A-Z]+[\\.\\-\\w]*[a-z0-9A-Z]+$", "polynomial"],
  ["^[^\\s@]+@[^\\s@]+\\.[^\\s@]+\\.[^\\s@]+$", "polynomial"],
  ["^([0-9]+)+$", "exponential"],
  ["^(a|a)*$", "exponential"],
  ["^(ab|a|b)*c$", "exponential"],
  ["(.*)*x", "exponential"],
  ["^(\\w+\\s?)*$", "exponential"],
  ["^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*$", "exponential"],
  ["^[a-z0-9*](?:[._\\-/a-z0-9*]?[a-z0-9*]+)*$", "exponential"],
  ["^(a{1,30})*b", "exponential"],
  ["^(?=a*b)(a|aa)+$", "exponential"],
];

describe("assessPattern", () => {
  it.each(table)("%s: %s", (pattern, kind) => {
    expect(assessPattern(pattern).kind).toBe(kind);
  });

  it("shows an attack that the pattern does not match, unless it finds something in every text", () => {
    for (const [pattern] of table) {
      const risk = assessPattern(pattern);
      if (risk.kind === "linear") continue;
      // Few repetitions of the same attack, so that this test ends.
      const parts = risk.attack.split(" + ").map((part) => JSON.parse(part.replace(/\.repeat\(\d+\)$/, "")) as string);
      const times = parts.map((part, index) => (/repeat/.test(risk.attack.split(" + ")[index] ?? "") ? 3 : 1));
      const text = parts.map((part, index) => part.repeat(times[index] ?? 1)).join("");
      expect(new RegExp(pattern).test(text), pattern).toBe(new RegExp(pattern).test("\u0000"));
    }
  });
});
