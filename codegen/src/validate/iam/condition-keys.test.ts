import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { conditionKeysRule } from "./condition-keys.js";

const start = "ERROR ConditionKeys";

describe("conditionKeysRule", () => {
  it.each<[string, readonly string[]]>([
    ['@aws.iam#conditionKeys(["K", "aws:x"])', []],
    ['@aws.iam#conditionKeys(["s:RId"])', []],
    [
      '@aws.iam#conditionKeys(["L"])',
      [
        `${start} a#P: This operation scoped within the \`a#S\` service refers to an undefined condition key \`s:L\`. Expected one of the following defined condition keys: [\`s:K\`, \`s:RId\`]`,
      ],
    ],
  ])("checks an operation with %s", (traits, findings) => {
    const text = `@aws.api#service(sdkId: "S") @aws.iam#defineConditionKeys(K: { type: "String" })
service S { version: "1", operations: [P], resources: [R] }
resource R { identifiers: { id: String } }
${traits} operation P {}`;
    expect(findingsOf(conditionKeysRule, text)).toEqual(findings);
  });

  it.each<[string, string, readonly string[]]>([
    ['["K"]', "Other", []],
    [
      '["s:X"]',
      "K",
      [
        `${start} a#S: The condition keys resolved by the \`a#S\` service refer to undefined condition key(s) [\`s:X\`]. Expected one of the following defined condition keys: [\`s:K\`, \`s:Other\`]`,
      ],
    ],
    [
      '["K"]',
      "K",
      [
        `${start} a#PInput$m: This operation \`a#P\` scoped within the \`a#S\` service with member \`a#PInput$m\` refers to a condition key \`s:K\` that is also resolved by service.`,
      ],
    ],
    [
      "[]",
      "X",
      [
        `${start} a#PInput$m: This operation \`a#P\` scoped within the \`a#S\` service with member \`a#PInput$m\` refers to an undefined condition key \`s:X\`. Expected one of the following defined condition keys: [\`s:K\`, \`s:Other\`]`,
      ],
    ],
  ])("checks a service that resolves %s and a member that gives %s", (resolved, key, findings) => {
    const text = `@aws.api#service(sdkId: "S") @aws.iam#serviceResolvedConditionKeys(${resolved})
@aws.iam#defineConditionKeys(K: { type: "String" }, Other: { type: "String" })
service S { version: "1", operations: [P] }
operation P { input := { @aws.iam#conditionKeyValue("${key}") m: String } }`;
    expect(findingsOf(conditionKeysRule, text)).toEqual(findings);
  });
});
