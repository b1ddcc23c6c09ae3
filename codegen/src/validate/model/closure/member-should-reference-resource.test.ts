import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { memberShouldReferenceResourceRule } from "./member-should-reference-resource.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `resource R { identifiers: { id: String } }
structure S { id: String, other: String }`,
    [
      "WARNING MemberShouldReferenceResource a#S$id: This member appears to reference the following resources without being included in a `@references` trait: [`a#R`]",
    ],
  ],
  [
    `resource R { identifiers: { id: String } }
@references([{resource: R}])
structure S { @required id: String }`,
    [],
  ],
  [
    `resource P { resources: [R], read: O }
resource R { identifiers: { id: String } }
@readonly operation O { input := { id: String } }`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(memberShouldReferenceResourceRule, text)).toEqual(findings);
});
