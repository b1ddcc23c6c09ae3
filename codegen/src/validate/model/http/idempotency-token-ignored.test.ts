import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { idempotencyTokenIgnoredRule } from "./idempotency-token-ignored.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `operation O { input: S }
structure S { @idempotencyToken t: String }`,
    [],
  ],
  [
    `operation O { input: I, output: S }
structure I { s: S }
structure S { @idempotencyToken t: String }`,
    [
      "WARNING IdempotencyTokenIgnored a#S$t: The `idempotencyToken` trait only has an effect when applied to a top-level operation input member, but it was applied and ignored in the following contexts: {member target: [a#I$s], output: [a#O]}",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(idempotencyTokenIgnoredRule, text)).toEqual(findings);
});
