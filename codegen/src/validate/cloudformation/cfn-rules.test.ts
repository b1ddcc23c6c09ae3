import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { cfnMutabilityTraitRule } from "./cfn-mutability-trait.js";
import { cfnResourcePropertyRule } from "./cfn-resource-property.js";

describe("cfnMutabilityTraitRule", () => {
  it.each([
    ["read", 0],
    ["full", 0],
    ["write", 1],
    ["create", 1],
  ])("of %s on an additional identifier finds %d", (mutability, count) => {
    const text = `structure A {
 @aws.cloudformation#cfnAdditionalIdentifier @aws.cloudformation#cfnMutability("${mutability}") x: String
}`;
    const message = `ERROR CfnMutabilityTrait a#A$x: Member with the mutability value of "${mutability}" is also marked as an additional identifier`;
    expect(findingsOf(cfnMutabilityTraitRule, text)).toEqual(count === 0 ? [] : [message]);
  });
});

describe("cfnResourcePropertyRule", () => {
  it.each<[string, readonly string[]]>([
    ["", []],
    [`primaryIdentifier: "name"`, []],
    [
      `primaryIdentifier: "size"`,
      [
        "ERROR CfnResourceProperty a#R: The alternative resource primary identifier, `size`, targets a `integer` shape, it must target a `string`.",
      ],
    ],
    [
      `primaryIdentifier: "none"`,
      [
        "ERROR CfnResourceProperty a#R: The alternative resource primary identifier, `none`, must be a property of the resource.",
      ],
    ],
  ])("checks the identifier with %j", (trait, findings) => {
    const text = `@aws.cloudformation#cfnResource(${trait})
resource R { identifiers: { id: String }, properties: { name: String, size: Integer } }`;
    expect(findingsOf(cfnResourcePropertyRule, text)).toEqual(findings);
  });

  const conflict = (property: string): string =>
    `ERROR CfnResourceProperty a#R: The \`${property}\` property of the generated \`Thing\` CloudFormation resource targets multiple shapes: [smithy.api#Boolean, smithy.api#String]. Reusing member names that target different shapes can cause confusion for users of the API. This target discrepancy must either be resolved in the model or one of the members must be excluded from the conversion.`;

  it.each<[string, string, readonly string[]]>([
    ["x: String", "x: String", []],
    ["x: String", "x: Boolean", [conflict("x")]],
    ["x: String", "@aws.cloudformation#cfnExcludeProperty x: Boolean", []],
    ['@aws.cloudformation#cfnMutability("full") x: String', "x: Boolean", []],
  ])("compares the members %j and %j", (created, read, findings) => {
    const text = `@aws.cloudformation#cfnResource(name: "Thing")
resource R { identifiers: { id: String }, put: P, read: G }
@idempotent operation P { input := {
 @required id: String
 ${read}
} }
@readonly operation G { input := { @required id: String }, output := {
 ${created}
} }`;
    expect(findingsOf(cfnResourcePropertyRule, text)).toEqual(findings);
  });
});
