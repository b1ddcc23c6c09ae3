import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { idempotentTraitRule } from "./idempotent-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@idempotent(exists: [E], notFound: [F])
operation O { errors: [E] }
@error("client") structure E {}
@error("client") structure F {}`,
    [
      "ERROR IdempotentTrait a#O: The `exists` and `notFound` properties of the `@idempotent` trait are mutually exclusive. Only one may be specified.",
      "ERROR IdempotentTrait a#O: The `notFound` property references error `a#F`, but it is not in the operation's errors list. Expected one of `a#E`",
    ],
  ],
  [
    `@idempotent
operation O {}`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(idempotentTraitRule, text)).toEqual(findings);
});
