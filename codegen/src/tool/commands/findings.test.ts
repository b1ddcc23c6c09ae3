import { expect, test } from "vitest";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { readyToShow } from "./findings.js";

const danger: Diagnostic = { code: "QueryErrorCode", severity: "DANGER", message: "Two of one code.", shape: "a.b#S" };

test.each([
  { given: danger, want: /metadata suppressions = \[\{ id: "QueryErrorCode", namespace: "a\.b", reason: "…" \}\]$/ },
  { given: { ...danger, shape: undefined }, want: /namespace: "\*"/ },
  { given: { ...danger, suggestion: "Do this." }, want: /^Do this\.$/ },
])("a danger without another edit can be let through: $want", ({ given, want }) => {
  expect(readyToShow([given])[0]?.suggestion).toMatch(want);
});

test("errors cannot", () => {
  expect(readyToShow([{ ...danger, severity: "ERROR" }])[0]?.suggestion).toBeUndefined();
});
