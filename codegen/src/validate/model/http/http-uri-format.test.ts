import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpUriFormatRule } from "./http-uri-format.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@http(method: "GET", uri: "/é")
operation O {}`,
    ["ERROR HttpUriFormat a#O: @http trait `uri` is invalid: /é"],
  ],
  [
    `@http(method: "GET", uri: "/%20")
operation O {}`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpUriFormatRule, text)).toEqual(findings);
});
