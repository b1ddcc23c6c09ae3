import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpHeaderTraitRule } from "./http-header-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `structure S { @httpHeader("X-A") a: String, @httpHeader("x-a") b: String, @httpHeader("x-b") c: String }`,
    [
      "ERROR HttpHeaderTrait a#S: `httpHeader` field name binding conflicts found for the `x-a` header in the following structure members: `a`, `b`",
    ],
  ],
  [
    `structure S { @httpHeader("Host") a: String, @httpHeader("a b") b: String, @httpHeader("é") c: String }`,
    [
      "DANGER HttpHeaderTrait a#S$a: `Host` is not an allowed HTTP header binding",
      "DANGER HttpHeaderTrait a#S$b: `a b` is not a valid HTTP header field name according to section 5.6.2 of RFC 9110",
      "DANGER HttpHeaderTrait a#S$c: `é` is not a valid HTTP header field name according to section 5.6.2 of RFC 9110",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpHeaderTraitRule, text)).toEqual(findings);
});
