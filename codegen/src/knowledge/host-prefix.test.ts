import { expect, it } from "vitest";
import { parseHostPrefix } from "./host-prefix.js";

it.each([
  ["foo.", ["literal foo."]],
  ["{a}-{b}.x.", ["label a", "literal -", "label b", "literal .x."]],
])("reads the host prefix %s", (hostPrefix, expected) => {
  const parsed = parseHostPrefix(hostPrefix);
  const segments = "pattern" in parsed ? parsed.pattern.segments : [];
  expect(segments.map(({ kind, content }) => `${kind} ${content}`)).toEqual(expected);
});

it.each([
  ["{a}{b}", "Host labels must not be adjacent in a pattern. Found {a}{b}"],
  ["a.{b", "Unclosed label found in pattern at: .2"],
  ["a}", "Literal segments must not contain `}`. Found at: 1"],
  ["{}a", "Literal segments must not contain `{` or `}` characters. Found segment `{}a` at index 0"],
  ["{a}.{a}", "Label `a` is defined more than once in pattern: {a}.{a}"],
  ["{a+}.", "Pattern must not contain a greedy label. Found {a+}."],
])("refuses the host prefix %s", (hostPrefix, problem) => {
  expect(parseHostPrefix(hostPrefix)).toEqual({ problem });
});
