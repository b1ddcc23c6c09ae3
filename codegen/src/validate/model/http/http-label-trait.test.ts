import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpLabelTraitRule } from "./http-label-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@http(method: "GET", uri: "/{a}/{b+}")
operation O { input := { @required @httpLabel a: Integer, @required @httpLabel b: String } }
`,
    [],
  ],
  [
    `@http(method: "GET", uri: "/{a}/{b+}")
operation O { input := { @required @httpLabel b: Integer, @required @httpLabel c: String } }
`,
    [
      "ERROR HttpLabelTrait a#OInput$b: The `b` structure member corresponds to a greedy label when used as the input of the `a#O` operation. This member targets (integer: `smithy.api#Integer`), but greedy labels must target string shapes.",
      "ERROR HttpLabelTrait a#OInput$c: This `c` structure member is marked with the `httpLabel` trait, but no corresponding `http` URI label could be found when used as the input of the `a#O` operation.",
      "ERROR HttpLabelTrait a#O: This operation uses `a#OInput` as input, but the following URI labels found in the operation's `http` trait do not have a corresponding member marked with the `httpLabel` trait: `a`",
    ],
  ],
  [
    `@http(method: "GET", uri: "/{a}")
operation O {}`,
    [
      "ERROR HttpLabelTrait a#O: This operation uses `smithy.api#Unit` as input, but the following URI labels found in the operation's `http` trait do not have a corresponding member marked with the `httpLabel` trait: `a`",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpLabelTraitRule, text)).toEqual(findings);
});
