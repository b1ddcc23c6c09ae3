import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { noInlineDocumentSupportRule } from "./no-inline-document-support.js";

describe("noInlineDocumentSupportRule", () => {
  it.each<[string, string[]]>([
    [
      "@trait @protocolDefinition(noInlineDocumentSupport: true) structure p {}\n@p service S { operations: [O] }\nservice T { operations: [O] }\noperation O { input := { d: Document } }",
      [
        expect.stringContaining(
          "ERROR NoInlineDocumentSupport a#S: This service uses the `a#p` protocol which does not support inline document types, but the following document types were found in the closure of the service: [smithy.api#Document @ ",
        ),
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(noInlineDocumentSupportRule, text)).toEqual(findings);
  });
});
