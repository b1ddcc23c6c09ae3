import { describe, expect, it } from "vitest";
import { allFunctions } from "../load-rule-set.js";
import { awsPartitions } from "../partitions.js";
import type { RuleValue } from "../value.js";

function call(name: string, ...values: readonly RuleValue[]): RuleValue {
  const evaluate = allFunctions.get(name)?.evaluate;
  if (evaluate === undefined) throw new Error(`There is no function ${name} to evaluate`);
  return evaluate(values, awsPartitions);
}

const label63 = "a".repeat(63);

describe("functions of the standard library", () => {
  it.each<readonly [string, readonly RuleValue[], RuleValue]>([
    ["isValidHostLabel", ["", true], false],
    ["isValidHostLabel", ["a.b", false], false],
    ["isValidHostLabel", ["a.b", true], true],
    ["isValidHostLabel", ["a..b", true], false],
    ["isValidHostLabel", [label63, false], true],
    ["isValidHostLabel", [`${label63}a`, false], false],
    ["isValidHostLabel", ["-a", false], false],
    ["isValidHostLabel", ["a-", false], true],
    ["isValidHostLabel", ["a_b", false], false],
    ["substring", ["abcdefg", 0, 4, false], "abcd"],
    ["substring", ["abcdefg", 0, 4, true], "defg"],
    ["substring", ["abcdefg", 1, 3, true], "ef"],
    ["substring", ["abc", 0, 4, false], undefined],
    ["substring", ["abc", 2, 2, false], undefined],
    ["substring", ["aé", 0, 1, false], undefined],
    ["split", ["a--b--c", "--", 0], ["a", "b", "c"]],
    ["split", ["a--b--c", "--", 1], ["a--b--c"]],
    ["split", ["a--b--c", "--", 2], ["a", "b--c"]],
    ["split", ["--a--", "--", 0], ["", "a", ""]],
    ["split", ["", "--", 0], [""]],
    ["uriEncode", ["a b/c~d-e_f.g"], "a%20b%2Fc~d-e_f.g"],
    ["uriEncode", ["!'()*é\u{1F600}"], "%21%27%28%29%2A%C3%A9%F0%9F%98%80"],
    ["uriEncode", ["a\uD800b"], "a%3Fb"],
  ])("%s %j gives %j", (name, values, result) => {
    expect(call(name, ...values)).toEqual(result);
  });

  it.each([
    ["https://example.com", "https", "example.com", "", "/", false],
    ["HTTP://example.com:80/foo/bar", "http", "example.com:80", "/foo/bar", "/foo/bar/", false],
    ["  https://user@host/a/ ", "https", "user@host", "/a/", "/a/", false],
    ["https://127.0.0.1#part", "https", "127.0.0.1", "", "/", true],
    ["https://999.999.999.999", "https", "999.999.999.999", "", "/", true],
    ["https://01.2.3.4", "https", "01.2.3.4", "", "/", false],
    ["https://[fe80::1]:443/a/./b/../c", "https", "[fe80::1]:443", "/a/./b/../c", "/a/./b/../c/", true],
  ])("parseURL %s", (url, scheme, authority, path, normalizedPath, isIp) => {
    expect(call("parseURL", url)).toEqual({ scheme, authority, path, normalizedPath, isIp });
  });

  it.each(["", "example.com", "wss://a", "https://a?b=c", "https://a?", "https://a:b", "https://[::1", "https:a"])(
    "parseURL %s gives nothing",
    (url) => {
      expect(call("parseURL", url)).toBeUndefined();
    },
  );

  it("refuses to split at nothing", () => {
    expect(() => call("split", "a", "", 0)).toThrow("Split delimiter cannot be empty");
  });
});

describe("functions of AWS", () => {
  it.each([
    ["us-east-1", "aws", "amazonaws.com"],
    ["eu-new-9", "aws", "amazonaws.com"],
    ["aws-cn-global", "aws-cn", "amazonaws.com.cn"],
    ["us-gov-middle-2", "aws-us-gov", "amazonaws.com"],
    ["us-isob-west-3", "aws-iso-b", "sc2s.sgov.gov"],
    ["eusc-de-east-1", "aws-eusc", "amazonaws.eu"],
    ["nowhere", "aws", "amazonaws.com"],
    ["", "aws", "amazonaws.com"],
  ])("aws.partition %j is %s", (region, name, dnsSuffix) => {
    expect(call("aws.partition", region)).toMatchObject({ name, dnsSuffix });
  });

  it.each([
    ["arn:aws:s3:us-east-1:012345678901:bucket/a:b", ["aws", "s3", "us-east-1", "012345678901", ["bucket", "a", "b"]]],
    ["arn:aws:s3:::a", ["aws", "s3", "", "", ["a"]]],
    ["arn:aws:s3:::", undefined],
    ["arn:aws::r:1:a", undefined],
    ["arn::s3:r:1:a", undefined],
    ["urn:aws:s3:r:1:a", undefined],
    ["arn:aws:s3:r:1", undefined],
  ])("aws.parseArn %s", (arn, parts) => {
    const found = call("aws.parseArn", arn);
    expect(found === undefined ? undefined : Object.values(found)).toEqual(parts);
  });

  it.each([
    ["bucket-1", false, true],
    ["a.b", false, false],
    ["a.b", true, true],
    ["a..b", true, false],
    ["a.-b", true, false],
    ["a-.b", true, false],
    ["Bucket", true, false],
    ["ab", true, false],
    ["192.168.1.1", true, false],
    ["a".repeat(64), false, false],
    ["-abc", false, false],
  ])("aws.isVirtualHostableS3Bucket %s, %s: %s", (bucket, allowSubDomains, result) => {
    expect(call("aws.isVirtualHostableS3Bucket", bucket, allowSubDomains)).toBe(result);
  });
});
