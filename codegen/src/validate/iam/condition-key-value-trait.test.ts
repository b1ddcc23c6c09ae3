import { expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { conditionKeyValueTraitRule } from "./condition-key-value-trait.js";

it.each<[string, readonly string[]]>([
  ["T", []],
  [
    "s:K",
    [
      "ERROR ConditionKeyValueTrait a#PInput: The `s:K` condition key has its value supplied in the `a#P` operation's input shape by multiple members [`m`, `n`]. This value must only be supplied by one member.",
    ],
  ],
])("compares the keys K and %s of one input", (key, findings) => {
  const text = `@aws.api#service(sdkId: "S") service S { version: "1", operations: [P] }
operation P { input := {
 @aws.iam#conditionKeyValue("K") m: String
 @aws.iam#conditionKeyValue("${key}") n: String
} }`;
  expect(findingsOf(conditionKeyValueTraitRule, text)).toEqual(findings);
});
