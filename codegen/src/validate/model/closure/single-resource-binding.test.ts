import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { singleResourceBindingRule } from "./single-resource-binding.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `service S { resources: [R, T] }
resource R { resources: [T] }
resource T {}`,
    [
      "ERROR SingleResourceBinding a#T: A resource can appear only once in an entire service closure. This resource is illegally bound into the `a#S` service closure from multiple shapes: [`a#R`, `a#S`]",
    ],
  ],
  [
    `service S { resources: [R] }
service U { resources: [R] }
resource R {}`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(singleResourceBindingRule, text)).toEqual(findings);
});
