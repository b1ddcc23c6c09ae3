import { expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { iamResourceTraitConflictingNameRule } from "./iam-resource-trait-conflicting-name.js";
import { iamResourceTraitRule } from "./iam-resource-trait.js";

it.each<[string, string, boolean]>([
  [`name: "thing"`, `template: "thing/{id}"`, true],
  ["", `template: "x:r"`, true],
  [`name: "other"`, `template: "thing", absolute: true`, true],
  [`name: "other"`, `template: "thing"`, false],
])("of a resource with %s and the ARN %s says that names agree: %s", (iam, arn, agree) => {
  const text = `@aws.iam#iamResource(${iam}) @aws.api#arn(${arn}) resource R {}`;
  const message =
    "DANGER IamResourceTrait a#R: The `@aws.iam#iamResource` trait applied to the resource defines an IAM resource name, `other`, that does not match the `@arn` template, `thing`, of the resource.";
  expect(findingsOf(iamResourceTraitRule, text)).toEqual(agree ? [] : [message]);
});

it.each<[string, readonly string[]]>([
  ["other", []],
  [
    "THING",
    [
      "ERROR IamResourceTraitConflictingName a#S: Multiple IAM resources defined with the same IAM resource name is not allowed in a service closure, but found multiple resources case-insensitively named `thing` in the service `a#S`: [`a#R`, `a#Thing`]",
    ],
  ],
])("compares Thing with a resource called %s", (name, findings) => {
  const text = `service S { version: "1", resources: [Thing] }
resource Thing { resources: [R] }
@aws.iam#iamResource(name: "${name}") resource R {}`;
  expect(findingsOf(iamResourceTraitConflictingNameRule, text)).toEqual(findings);
});
