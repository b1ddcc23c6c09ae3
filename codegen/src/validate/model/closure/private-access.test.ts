import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { privateAccessRule } from "./private-access.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    "structure S { a: smithy.api#NonEmptyString, b: Integer }",
    [
      "ERROR PrivateAccess a#S$a: This shape has an invalid member_target relationship that targets a private shape, `smithy.api#NonEmptyString`, in another namespace.",
    ],
  ],
  ["@private @trait structure t {}\n@t string S", []],
])("checks %j", (text, findings) => {
  expect(findingsOf(privateAccessRule, text)).toEqual(findings);
});
