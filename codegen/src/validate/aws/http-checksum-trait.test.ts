import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { httpChecksumTraitRule } from "./http-checksum-trait.js";

function modelOf(trait: string): string {
  return `@aws.protocols#httpChecksum(${trait}) operation P { input: I, output: O }
structure I { mode: Mode, old: Old, @httpHeader("x-amz-checksum-MD5") md5: String }
structure O { @httpPrefixHeaders("x-amz-") all: Headers }
map Headers { key: String, value: String }
enum Mode { ENABLED }
@enum([{ value: "SHA1" }, { value: "SHA2" }]) string Old`;
}

describe("httpChecksumTraitRule", () => {
  it.each<[string, readonly string[]]>([
    [
      "",
      [
        "ERROR HttpChecksumTrait a#P: The `httpChecksum` trait must define at least one of the `request` or `response` checksum behaviors.",
      ],
    ],
    [
      "requestChecksumRequired: true",
      [
        "WARNING HttpChecksumTrait.HttpHeader.I.x-amz-checksum-md5 a#P: The `httpHeader` binding of `x-amz-checksum-md5` on `I` starts with the prefix `x-amz-checksum-` used by the `httpChecksum` trait.",
      ],
    ],
    [
      `responseAlgorithms: ["SHA1"]`,
      [
        "ERROR HttpChecksumTrait a#P: The `httpChecksum` trait must model the `requestValidationModeMember` property to support response checksum behavior.",
        "DANGER HttpChecksumTrait.HttpPrefixHeaders.O.x-amz- a#P: The `httpPrefixHeaders` binding of `O` uses the prefix `x-amz-` that conflicts with the prefix `x-amz-checksum-` used by the `httpChecksum` trait.",
      ],
    ],
    [
      `requestValidationModeMember: "mode"`,
      [
        "ERROR HttpChecksumTrait a#P: The `httpChecksum` trait must model the `responseAlgorithms` property to support response checksum behavior.",
        "DANGER HttpChecksumTrait.HttpPrefixHeaders.O.x-amz- a#P: The `httpPrefixHeaders` binding of `O` uses the prefix `x-amz-` that conflicts with the prefix `x-amz-checksum-` used by the `httpChecksum` trait.",
      ],
    ],
    [
      `requestValidationModeMember: "md5", responseAlgorithms: ["SHA1"]`,
      [
        "ERROR HttpChecksumTrait a#P: The `requestValidationModeMember` property of the `httpChecksum` trait targets a member that does not resolve an `enum` trait.",
        "DANGER HttpChecksumTrait.HttpPrefixHeaders.O.x-amz- a#P: The `httpPrefixHeaders` binding of `O` uses the prefix `x-amz-` that conflicts with the prefix `x-amz-checksum-` used by the `httpChecksum` trait.",
      ],
    ],
  ])("of %j finds %j", (text, findings) => {
    expect(findingsOf(httpChecksumTraitRule, modelOf(text))).toEqual(findings);
  });

  it.each([
    ["x", "that does not exist."],
    ["mode", "with an `enum` trait that contains unsupported values: `ENABLED`"],
    ["old", "with an `enum` trait that contains unsupported values: `SHA2`"],
  ])("refuses the member %s for algorithms of requests", (member, problem) => {
    const [finding] = findingsOf(httpChecksumTraitRule, modelOf(`requestAlgorithmMember: "${member}"`));
    const start = "ERROR HttpChecksumTrait a#P: The `requestAlgorithmMember` property of the `httpChecksum` trait";
    expect(finding).toBe(`${start} targets a member ${problem}`);
  });
});
