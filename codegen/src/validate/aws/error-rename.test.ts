import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { errorRenameRule } from "./error-rename.js";

describe("errorRenameRule", () => {
  it.each<[string, readonly string[]]>([
    [
      "@aws.protocols#restXml @aws.protocols#awsJson1_1",
      [
        'ERROR ErrorRename a#S: Service attempts to rename an error shape from `a#E` to "F"; Service protocols [restXml, awsJson1_1] do not support error renaming.',
      ],
    ],
    ["@smithy.protocols#rpcv2Cbor", []],
  ])("of %j finds %j", (text, findings) => {
    const model = `${text} service S { version: "1", errors: [E], rename: { "a#E": "F", "a#T": "U" } }
@error("client") structure E {}
structure T {}`;
    expect(findingsOf(errorRenameRule, model)).toEqual(findings);
  });
});
