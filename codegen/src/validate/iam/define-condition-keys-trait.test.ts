import { expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { defineConditionKeysTraitRule } from "./define-condition-keys-trait.js";

it.each<[string, string, boolean]>([
  ["true", "s:K", true],
  ["false", "x", true],
  ["true", "x", false],
])("of a key with required %s and the resolved key %s says that it is right: %s", (required, resolved, isRight) => {
  const text = `@aws.api#service(sdkId: "S") @aws.iam#serviceResolvedConditionKeys(["${resolved}"])
@aws.iam#defineConditionKeys(K: { type: "String", required: ${required} }) service S { version: "1" }`;
  const message =
    "ERROR DefineConditionKeysTrait a#S: The `s:K` condition key is defined as required but is resolved from the request. This property is only valid for condition keys resolved by the service, it MUST also be specified in the `@serviceResolvedConditionKeys` trait or use the `@required` trait instead.";
  expect(findingsOf(defineConditionKeysTraitRule, text)).toEqual(isRight ? [] : [message]);
});
