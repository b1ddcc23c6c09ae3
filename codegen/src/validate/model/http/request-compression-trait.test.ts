import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { requestCompressionTraitRule } from "./request-compression-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@requestCompression(encodings: ["gzip"])
operation O {}`,
    [
      "ERROR RequestCompressionTrait a#O: The `requestCompression` trait can only be applied to operations which have an input shape defined",
    ],
  ],
  [
    `@requestCompression(encodings: [])
operation O { input := { @required a: A } }
@streaming @requiresLength blob A`,
    [
      "ERROR RequestCompressionTrait a#O: The `requestCompression` trait can only be applied to operations which do not have input members that target shapes with both the `streaming` and `requiresLength` traits applied, but found member `a#OInput$a` targeting `a#A`",
      "ERROR RequestCompressionTrait a#O: There must be at least one compression algorithm in `encodings` for the `requestCompression` trait applied to `a#O`",
    ],
  ],
  [
    `@requestCompression(encodings: ["GZIP", "b", "a"])
operation O { input := { @required a: A } }
@streaming blob A`,
    [
      "ERROR RequestCompressionTrait a#O: Invalid compression algorithms found in `requestCompression` trait applied to `a#O`: `a`, `b`",
    ],
  ],
  [
    `@requestCompression(encodings: ["b"])
operation O { input := {} }`,
    [
      "ERROR RequestCompressionTrait a#O: Invalid compression algorithm found in `requestCompression` trait applied to `a#O`: `b`",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(requestCompressionTraitRule, text)).toEqual(findings);
});
