import { expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { iamActionRule } from "./iam-action.js";

const conflict = (name: string, trait: string): string =>
  `ERROR IamAction.ConflictingProperty.${name} a#P: Operation has the \`${name}\` property of the \`@aws.iam#iamAction\` trait set and the deprecated \`@aws.iam#${trait}\` trait applied.`;

it.each<[string, readonly string[]]>([
  ["requiredActions: []", []],
  [`name: "x"`, [conflict("name", "actionName")]],
  [`documentation: "x"`, [conflict("documentation", "actionPermissionDescription")]],
  [`requiredActions: ["a:b"]`, [conflict("requiredActions", "requiredActions")]],
  [
    "resources: { required: { x: {}, y: {}, z: {} }, optional: { z: {}, x: {} } }",
    [
      "DANGER IamAction.Resources.DuplicateEntries a#P: Operation has the following resource names defined as both required and optional: [x, z]",
    ],
  ],
])("of an action with %s finds %j", (action, findings) => {
  const text = `@aws.iam#iamAction(${action}) @aws.iam#actionName("x") @aws.iam#actionPermissionDescription("x")
@aws.iam#requiredActions(["c:d"]) operation P {}`;
  expect(findingsOf(iamActionRule, text)).toEqual(findings);
});
