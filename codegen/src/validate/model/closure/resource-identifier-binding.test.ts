import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { resourceIdentifierBindingRule } from "./resource-identifier-binding.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `structure S { @required a: String, @required @resourceIdentifier("a") b: String }
structure T { @required @resourceIdentifier("a") barId: String, @required @resourceIdentifier("a") fooId: String }`,
    [
      "WARNING ResourceIdentifierBinding a#S: Implicit resource identifier for 'a' is overridden by `resourceIdentifier` trait on members: 'b'",
      "ERROR ResourceIdentifierBinding a#T: Conflicting resource identifier member bindings found for identifier 'a' between members: 'fooId', 'barId'",
    ],
  ],
  [
    `resource R { identifiers: { id: String }, resources: [C] }
resource C { identifiers: { id: String, x: String }, read: G }
@readonly operation G { input := { @required x: String } }`,
    [
      "ERROR ResourceIdentifierBinding a#G: This operation is bound to the `a#C` resource, which is a child of the `a#R` resource, and it is missing the following resource identifier bindings of `a#R`: [`id`]",
      "ERROR ResourceIdentifierBinding a#G: This operation does not form a valid instance operation when bound to resource `a#C`. All of the identifiers of the resource were not implicitly or explicitly bound to the input of the operation. Expected the following identifier bindings: [required member named `id` that targets `smithy.api#String`, required member named `x` that targets `smithy.api#String`]. Found the following identifier bindings: [required member named `x` that targets `x`]",
    ],
  ],
  [
    `resource R { identifiers: { id: String }, list: L, read: G }
@readonly operation L { input := { @required id: String } }
@readonly operation G { input := { id: String } }`,
    [
      "ERROR ResourceIdentifierBinding a#G: This operation does not form a valid instance operation when bound to resource `a#R`. All of the identifiers of the resource were not implicitly or explicitly bound to the input of the operation. Expected the following identifier bindings: [required member named `id` that targets `smithy.api#String`]. Found the following identifier bindings: []",
      "ERROR ResourceIdentifierBinding a#L: This operation is bound as a collection operation on the `a#R` resource, but it improperly binds all of the identifiers of the resource to members of the operation input.",
    ],
  ],
  [
    `resource R { identifiers: { id: String }, read: G }
@readonly operation G { input := { @required @resourceIdentifier("id") name: String } }`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(resourceIdentifierBindingRule, text)).toEqual(findings);
});
