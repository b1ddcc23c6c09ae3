import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpPrefixHeadersTraitRule } from "./http-prefix-headers-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `structure S { @httpPrefixHeaders("X-") m: M, @httpHeader("x-a") a: String, @httpHeader("y") b: String }
map M { key: String, value: String }`,
    [
      "ERROR HttpPrefixHeadersTrait a#S$a: `httpHeader` binding of `x-a` conflicts with the `httpPrefixHeaders` binding of `a#S$m` to `x-`. `httpHeader` bindings must not case-insensitively start with any `httpPrefixHeaders` bindings.",
    ],
  ],
  [
    `structure S { @httpPrefixHeaders("") m: M, @httpHeader("y") b: String }
map M { key: String, value: String }`,
    [
      "NOTE HttpPrefixHeadersTrait a#S$b: `httpHeader` binding of `y` conflicts with the `httpPrefixHeaders` binding of `a#S$m` to ``. The service will not be able to disambiguate between header parameters intended for the `a#S$m` member and those explicitly bound to the `httpHeader` members.",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpPrefixHeadersTraitRule, text)).toEqual(findings);
});
