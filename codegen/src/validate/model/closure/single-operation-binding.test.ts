import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { singleOperationBindingRule } from "./single-operation-binding.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `service S { operations: [O], resources: [R] }
resource R { operations: [O] }
operation O {}`,
    [
      "ERROR SingleOperationBinding a#O: An operation can appear only once in an entire service closure. This operation is illegally bound into the `a#S` service closure from multiple shapes: (resource: `a#R`), (service: `a#S`)",
    ],
  ],
  [
    `service S { operations: [O] }
service T { operations: [O] }
operation O {}`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(singleOperationBindingRule, text)).toEqual(findings);
});
