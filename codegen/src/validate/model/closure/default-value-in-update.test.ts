import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { defaultValueInUpdateRule } from "./default-value-in-update.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `operation PatchIt { input: I }
operation O { input: I }
resource R { update: U }
operation U { input: I }
structure I { @default("") b: String, @default(0) a: Integer, c: String }`,
    [
      "WARNING DefaultValueInUpdate a#PatchIt: This update style operation has top-level input members marked with the @default trait. It will be impossible to tell if the member was omitted or explicitly provided. Affected members: [a, b]",
      "WARNING DefaultValueInUpdate a#U: This update style operation has top-level input members marked with the @default trait. It will be impossible to tell if the member was omitted or explicitly provided. Affected members: [a, b]",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(defaultValueInUpdateRule, text)).toEqual(findings);
});
