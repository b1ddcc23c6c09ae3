import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpBindingsMissingRule } from "./http-bindings-missing.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `service S { operations: [A, B] }
@http(method: "POST", uri: "/")
operation A {}
operation B {}`,
    [
      "WARNING HttpBindingsMissing a#B: One or more operations in the `a#S` service define the `http` trait, but this operation is missing the `http` trait.",
    ],
  ],
  [
    `service S { operations: [B] }
@http(method: "POST", uri: "/")
operation A {}
operation B {}`,
    [],
  ],
  [
    `@trait @protocolDefinition(traits: [http])
structure p {}
@p
service S { resources: [R] }
resource R { operations: [A, B] }
@http(method: "POST", uri: "/")
operation A {}
operation B {}`,
    [
      "ERROR HttpBindingsMissing a#B: The `a#p` protocol requires all operations in the `a#S` service define the `http` trait, but this operation is missing the `http` trait.",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpBindingsMissingRule, text)).toEqual(findings);
});
