import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpQueryParamsTraitRule } from "./http-query-params-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `structure S { @httpQueryParams m: M, @httpQuery("b") b: String, @httpQuery("a") a: String }
map M { key: String, value: String }`,
    [
      "NOTE HttpQueryParamsTrait a#S: Structure member `m` is marked with the `httpQueryParams` trait, and `httpQuery` traits are applied to the following members: `a`, `b`. The service will not be able to disambiguate between query string parameters intended for the `m` member and those explicitly bound to the `httpQuery` members.",
    ],
  ],
  [
    `structure S { @httpQueryParams m: M }
map M { key: String, value: String }`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpQueryParamsTraitRule, text)).toEqual(findings);
});
