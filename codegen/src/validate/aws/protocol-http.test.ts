import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { protocolHttpRule } from "./protocol-http.js";

describe("protocolHttpRule", () => {
  it.each<[string, readonly string[]]>([
    [`@aws.protocols#restJson1(http: ["h2"], eventStreamHttp: ["h2"])`, []],
    [
      `@aws.protocols#awsJson1_0(http: ["h2"], eventStreamHttp: ["http/1.1", "h2", "h2c"])`,
      [
        "ERROR ProtocolHttp a#S: The following values of the `eventStreamHttp` property do not also appear in the `http` property of the aws.protocols#awsJson1_0 protocol trait: [http/1.1, h2c]",
      ],
    ],
  ])("of %j finds %j", (text, findings) => {
    expect(findingsOf(protocolHttpRule, `${text} service S { version: "1" }`)).toEqual(findings);
  });
});
