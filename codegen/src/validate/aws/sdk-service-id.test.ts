import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { sdkServiceIdRule } from "./sdk-service-id.js";

describe("sdkServiceIdRule", () => {
  it.each<[string, readonly string[]]>([
    ["Weather", []],
    ["Config Service", []],
    ["Weather Service", ["Must not case-insensitively end with `service`"]],
    ["My Amazon", ["Must not contain any of the following company names: [`AWS`, `Amazon`, `Aws`]"]],
    [
      "",
      [
        "Does not match the required pattern `^[a-zA-Z][a-zA-Z0-9]*( [a-zA-Z0-9]+)*$`;Must be between 1 and 50 characters long.",
      ],
    ],
  ])("of %j finds %j", (text, findings) => {
    const model = `@aws.api#service(sdkId: "${text}") service S { version: "1" }`;
    const start = `DANGER SdkServiceId a#S: Invalid SDK service ID value, \`${text}\`: `;
    expect(findingsOf(sdkServiceIdRule, model)).toEqual(findings.map((finding) => start + finding));
  });
});
