import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { sigV4TraitsRule } from "./sigv4-traits.js";

describe("sigV4TraitsRule", () => {
  it.each<[string, readonly string[]]>([
    [`@aws.api#service(sdkId: "S") @aws.auth#sigv4(name: "s") @aws.auth#sigv4a(name: "s")`, []],
    [
      `@aws.api#service(sdkId: "S") @aws.auth#sigv4(name: "x") @aws.auth#sigv4a(name: "y")`,
      [
        'Value for `aws.api#service$arnNamespace` "s" and value for `aws.auth#sigv4$name` "x" SHOULD match.',
        'Value for `aws.api#service$arnNamespace` "s" and value for `aws.auth#sigv4a$name` "y" SHOULD match.',
        'Value for `aws.auth#sigv4$name` "x" and value for `aws.auth#sigv4a$name` "y" SHOULD match.',
      ],
    ],
  ])("of %j finds %j", (text, findings) => {
    const found = findingsOf(sigV4TraitsRule, `${text} service S { version: "1" }`);
    expect(found).toEqual(findings.map((finding) => `WARNING SigV4Traits a#S: ${finding}`));
  });
});
