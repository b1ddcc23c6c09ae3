import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { authTraitRule } from "./auth-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@httpBasicAuth @auth([httpBasicAuth, httpBearerAuth])
service S { operations: [O, P] }
@auth([httpDigestAuth, httpBearerAuth])
operation O {}
@auth([])
operation P {}`,
    [
      "DANGER AuthTrait a#S: auth trait applies authentication that is not configured on the service shape, `a#S`: [smithy.api#httpBearerAuth]",
      "DANGER AuthTrait a#O: auth trait applies authentication that is not configured on the service shape, `a#S`: [smithy.api#httpBearerAuth, smithy.api#httpDigestAuth]",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(authTraitRule, text)).toEqual(findings);
});
