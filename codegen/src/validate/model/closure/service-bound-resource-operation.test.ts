import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { serviceBoundResourceOperationRule } from "./service-bound-resource-operation.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `service S { operations: [O, P], resources: [R] }
resource R { identifiers: { id: String } }
operation O { input := { @required id: String } }
operation P { output := { id: String } }`,
    [
      "WARNING ServiceBoundResourceOperation.a#S.O a#O: The `a#O` operation is bound to the `a#S` service but has members that match identifiers of the following resource shapes: [`a#R`]. It may be more accurately bound to one of them than directly to the service.",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(serviceBoundResourceOperationRule, text)).toEqual(findings);
});
