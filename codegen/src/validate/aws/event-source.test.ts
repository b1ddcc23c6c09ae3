import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { eventSourceRule } from "./event-source.js";

describe("eventSourceRule", () => {
  it.each<[string, readonly string[]]>([
    [`arnNamespace: "weather"`, []],
    [`arnNamespace: "cloudwatch", cloudTrailEventSource: "monitoring.amazonaws.com"`, []],
    [
      `cloudTrailEventSource: "REPLACE_ME"`,
      ["aws.api#service|cloudTrailEventSource must not use placeholders, but found: REPLACE_ME"],
    ],
    [
      `cloudTrailEventSource: "x"`,
      [
        "aws.api#service|cloudTrailEventSource does not match the expected value. Expected 's.amazonaws.com', but found 'x'.",
      ],
    ],
  ])("of %j finds %j", (text, findings) => {
    const model = `@aws.api#service(sdkId: "S", ${text}) service S { version: "1" }`;
    expect(findingsOf(eventSourceRule, model)).toEqual(
      findings.map((finding) => `WARNING EventSource a#S: ${finding}`),
    );
  });
});
