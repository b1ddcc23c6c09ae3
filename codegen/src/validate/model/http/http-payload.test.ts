import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpPayloadRule } from "./http-payload.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@http(method: "POST", uri: "/")
operation O { input := { @httpPayload a: String, c: String, b: String } }
`,
    [
      "ERROR HttpPayload a#OInput: A member of this structure is marked with the `httpPayload` trait, but the following structure members are not explicitly bound to the HTTP message: `b`, `c`",
    ],
  ],
  [
    `@http(method: "POST", uri: "/")
operation O { output := { @httpPayload a: String, b: String } }
@error("client")
structure E { @httpPayload a: String, b: String }`,
    [
      "ERROR HttpPayload a#OOutput: A member of this structure is marked with the `httpPayload` trait, but the following structure members are not explicitly bound to the HTTP message: `b`",
      "ERROR HttpPayload a#E: A member of this structure is marked with the `httpPayload` trait, but the following structure members are not explicitly bound to the HTTP message: `b`",
    ],
  ],
  ["structure S { @httpPayload a: String, b: String }", []],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpPayloadRule, text)).toEqual(findings);
});
