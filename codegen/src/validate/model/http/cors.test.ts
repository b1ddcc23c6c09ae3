import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { corsRule } from "./cors.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@cors(origin: "a", origins: { x: "b" })
service S {}`,
    ["ERROR CorsTrait a#S: The `origin` and `origins` members of the `cors` trait are mutually exclusive."],
  ],
  [
    `@cors(origin: "a")
service S {}`,
    [],
  ],
  [
    `@cors(origins: { x: "b" })
service S {}`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(corsRule, text)).toEqual(findings);
});
