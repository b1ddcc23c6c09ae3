import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpQueryTraitRule } from "./http-query-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `structure S { @httpQuery("q") b: String, @httpQuery("q") a: String, @httpQuery("Q") c: String }`,
    [
      "ERROR HttpQueryTrait a#S: `httpQuery` parameter name binding conflicts found for the `q` parameter in the following structure members: `a`, `b`",
    ],
  ],
  [
    `@http(method: "GET", uri: "/?q=1&r")
operation O { input := { @httpQuery("q") q: String } }
`,
    [
      "ERROR HttpQueryTrait a#OInput: `httpQuery` name `q` conflicts with the `http` trait of the `a#O` operation: `/?q=1&r`",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpQueryTraitRule, text)).toEqual(findings);
});
