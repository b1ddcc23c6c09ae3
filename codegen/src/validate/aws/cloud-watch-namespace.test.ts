import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { cloudWatchNamespaceRule } from "./cloud-watch-namespace.js";

describe("cloudWatchNamespaceRule", () => {
  it.each<[string, readonly string[]]>([
    ["AWS/Weather", []],
    ["Weather", ["The namespace should start with the `AWS/` prefix."]],
    ["AWS/weather", ["The namespace's service component `weather` should be PascalCase."]],
    [
      "my-weather",
      [
        "The namespace should start with the `AWS/` prefix. The namespace's service component `my-weather` should be PascalCase.",
      ],
    ],
  ])("of %j finds %j", (text, findings) => {
    const model = `@aws.api#service(sdkId: "S", cloudWatchNamespace: "${text}") service S { version: "1" }`;
    const start = `DANGER CloudWatchNamespace a#S: The service's CloudWatch metric namespace \`${text}\` does not follow convention.`;
    expect(findingsOf(cloudWatchNamespaceRule, model)).toEqual(findings.map((finding) => `${start} ${finding}`));
  });
});
