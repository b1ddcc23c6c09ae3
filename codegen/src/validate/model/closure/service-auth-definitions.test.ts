import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { serviceAuthDefinitionsRule } from "./service-auth-definitions.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@httpBasicAuth @httpBearerAuth
service S {}`,
    [
      "WARNING ServiceAuthDefinitions a#S: This service uses multiple authentication schemes but does not have the `@auth` trait applied. The `@auth` trait defines a priority ordering of auth schemes for a client to use. Without it, the ordering of auth schemes is alphabetical based on the absolute shape ID of the auth schemes.",
    ],
  ],
  [
    `@httpBasicAuth @httpBearerAuth @auth([httpBasicAuth])
service S {}`,
    [],
  ],
  [
    `@httpBasicAuth
service S {}`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(serviceAuthDefinitionsRule, text)).toEqual(findings);
});
