import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { queryErrorCodeRule } from "./query-error-code.js";

describe("queryErrorCodeRule", () => {
  it.each<[string, readonly string[]]>([
    ["@aws.protocols#awsJson1_0", []],
    [
      "@aws.protocols#awsJson1_0 @aws.protocols#awsQueryCompatible",
      ["DANGER QueryErrorCode a#S: Multiple error shapes with the error code `F` found: [a#E, a#F]."],
    ],
  ])("of %j finds %j", (text, findings) => {
    const model = `${text} service S { version: "1", errors: [E], operations: [P] }
operation P { errors: [F, G] }
@error("client") @aws.protocols#awsQueryError(code: "F", httpResponseCode: 400) structure E {}
@error("client") structure F {}
@error("client") structure G {}`;
    const found = findingsOf(queryErrorCodeRule, model);
    expect(found.map((finding) => finding.slice(0, finding.indexOf(" This error code ambiguity")))).toEqual(findings);
  });
});
