import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { privateMixinMemberRule } from "./private-mixin-member.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@mixin
structure M { @private a: String }
structure S { @private a: String }`,
    [
      "WARNING PrivateMixinMember a#M$a: The `@private` trait does not prevent a mixin member from being inherited by shapes in other namespaces, nor does it prevent new traits from being added to the inherited member. Apply `@private` to the mixin shape or target shape instead if cross-namespace access should be restricted.",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(privateMixinMemberRule, text)).toEqual(findings);
});
