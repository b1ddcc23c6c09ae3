import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpResponseCodeSemanticsRule } from "./http-response-code-semantics.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@http(method: "POST", uri: "/", code: 300)
operation O {}`,
    ["DANGER HttpResponseCodeSemantics a#O: Expected an `http` code in the 2xx range, but found 300"],
  ],
  [
    `@http(method: "POST", uri: "/", code: 204)
operation O { output := { a: String } }`,
    [
      "WARNING HttpResponseCodeSemantics a#O: The HTTP 204 status code does not allow a response body. To use this status code, all output members need to be bound to @httpHeader, @httpPrefixHeaders, @httpResponseCode, etc.",
    ],
  ],
  [
    `@http(method: "POST", uri: "/", code: 205)
operation O { output := { @httpHeader("X") a: String } }`,
    [],
  ],
  [
    `@error("client") @httpError(500)
structure C {}
@error("server") @httpError(400)
structure S {}
@error("server") @httpError(503)
structure T {}`,
    [
      "DANGER HttpResponseCodeSemantics a#C: Expected an `httpError` code in the 4xx range for a `client` error, but found 500",
      "DANGER HttpResponseCodeSemantics a#S: Expected an `httpError` code in the 5xx range for a `server` error, but found 400",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpResponseCodeSemanticsRule, text)).toEqual(findings);
});
