import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { resourceOperationInputOutputRule } from "./resource-operation-input-output.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `resource R { identifiers: { id: String }, properties: { p: String, q: String }, create: C }
operation C { input := { p: Integer, x: String }, output := { @required id: String } }`,
    [
      "ERROR ResourceOperationInputOutput a#CInput$p: This member must target `smithy.api#String`. This member is used as part of the `create` operation of the `a#R` resource and conflicts with its `p` resource property.",
      "ERROR ResourceOperationInputOutput a#CInput$x: Member `x` does not target a property or identifier for resource `a#R`. If it is an identifier, apply the `smithy.api#resourceIdentifier` trait. If it is a property, apply the `smithy.api#property` trait. If it is neither, apply the `smithy.api#notProperty` trait.",
      "ERROR ResourceOperationInputOutput a#R: Resource property `q` is not used in the input or output of create or an instance operation.",
    ],
  ],
  [
    `resource R { properties: { p: String }, update: U }
operation U { input := { p: String, @property(name: "p") q: String, @notProperty n: String, @idempotencyToken t: String } }`,
    [
      "ERROR ResourceOperationInputOutput a#UInput: This shape contains members with conflicting resource property names that resolve to 'p': p, q",
    ],
  ],
  [
    `resource R { properties: { p: String }, operations: [U] }
operation U { input := { @nestedProperties n: N, other: String } }
structure N { p: Integer }`,
    [
      "ERROR ResourceOperationInputOutput a#N$p: This member must target `smithy.api#String`. This member is used as part of the `U` operation of the `a#R` resource and conflicts with its `p` resource property.",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(resourceOperationInputOutputRule, text)).toEqual(findings);
});
