import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { resourceCycleRule } from "./resource-cycle.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `resource A { resources: [B] }
resource B { resources: [C] }
resource C { resources: [B] }
resource D {}`,
    [
      "ERROR ResourceCycle a#B: Circular resource hierarchy found: a#B -> a#C -> a#B",
      "ERROR ResourceCycle a#C: Circular resource hierarchy found: a#C -> a#B -> a#C",
      "ERROR ResourceCycle a#B: Circular resource hierarchy found: a#A -> a#B -> a#C -> a#B",
    ],
  ],
  [
    `resource A { resources: [B, C] }
resource B { resources: [D] }
resource C { resources: [D] }
resource D {}`,
    ["ERROR ResourceCycle a#D: Circular resource hierarchy found: a#A -> a#B -> a#D -> a#C -> a#D"],
  ],
  [
    `resource A { resources: [B, C] }
resource B {}
resource C {}`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(resourceCycleRule, text)).toEqual(findings);
});
