import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpApiKeyAuthTraitRule } from "./http-api-key-auth-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@httpApiKeyAuth(name: "X", in: "query", scheme: "Bearer")
service S {}`,
    [
      "ERROR HttpApiKeyAuthTrait a#S: The httpApiKeyAuth trait must have an `in` value of `header` when a `scheme` is provided, found: query",
    ],
  ],
  [
    `@httpApiKeyAuth(name: "X", in: "header", scheme: "Bearer")
service S {}`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpApiKeyAuthTraitRule, text)).toEqual(findings);
});
