import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpUriGreedyLabelRule } from "./http-uri-greedy-label.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@http(method: "GET", uri: "/{a+}/x/{b}/{c+}")
operation O {}`,
    [
      "DANGER HttpUriGreedyLabel.GreedyLabelIsNotLastLabel a#O: A greedy label must be the last label in its pattern: /{a+}/x/{b}/{c+}",
      "DANGER HttpUriGreedyLabel.MultipleGreedyLabels a#O: At most one greedy label segment may exist in a pattern: /{a+}/x/{b}/{c+}",
      "DANGER HttpUriGreedyLabel.GreedyLabelIsNotLastLabel a#O: A greedy label must be the last label in its pattern: /{a+}/x/{b}/{c+}",
    ],
  ],
  [
    `@http(method: "GET", uri: "/{a}/{b+}/x")
operation O {}`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpUriGreedyLabelRule, text)).toEqual(findings);
});
