import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { resourceIdentifierRule } from "./resource-identifier.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `resource R { identifiers: { id: String, x: String }, properties: { ID: String }, resources: [C] }
resource C { identifiers: { id: T } }
string T`,
    [
      "ERROR ResourceIdentifier a#R: Resource identifier `id` cannot also be a resource property",
      "ERROR ResourceIdentifier a#C: This resource is bound as a child of `a#R`, but it is invalid because its `identifiers` property is missing the following identifiers that are defined in `a#R`: [x]",
      "ERROR ResourceIdentifier a#C: The `identifiers` property of this resource is incompatible with its binding to `a#R`: expected the `id` member to target `smithy.api#String`, but found a target of `a#T`",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(resourceIdentifierRule, text)).toEqual(findings);
});
