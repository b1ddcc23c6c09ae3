import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpMethodSemanticsRule } from "./http-method-semantics.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@http(method: "GET", uri: "/")
operation O {}`,
    [
      "WARNING HttpMethodSemantics.MissingReadonlyTrait a#O: This operation uses the `GET` method in the `http` trait, but is not marked with the readonly trait",
    ],
  ],
  [
    `@readonly
@http(method: "get", uri: "/")
operation O { input := { b: String, a: String, @httpQuery("q") q: String } }
`,
    [
      "WARNING HttpMethodSemantics a#O: This operation uses the `get` method in the `http` trait, but expected `GET`.",
      "DANGER HttpMethodSemantics.UnexpectedPayload a#O: This operation uses the `GET` method in the `http` trait, but the following members are sent as part of the payload of the request: `a`, `b`. These members are sent as part of the payload because they are not explicitly configured to be sent in headers, in the query string, or in a URI segment. Many HTTP clients do not support payloads with GET requests. Consider binding these members to other parts of the HTTP request such as query string parameters using the `httpQuery` trait, headers using the `httpHeader` trait, or URI segments using the `httpLabel` trait.",
    ],
  ],
  [
    `@idempotent
@http(method: "OPTIONS", uri: "/")
operation O {}`,
    [
      "WARNING HttpMethodSemantics.OPTIONS a#O: OPTIONS requests are typically used as part of CORS and should not be modeled explicitly. They are an implementation detail that should not appear in generated client or server code. Instead, tooling should use the `cors` trait on a service to automatically configure CORS on clients and servers. It is the responsibility of service frameworks and API gateways to automatically manage OPTIONS requests. For example, OPTIONS requests are automatically created when using Smithy models with Amazon API Gateway.",
      "WARNING HttpMethodSemantics.MissingReadonlyTrait a#O: This operation uses the `OPTIONS` method in the `http` trait, but is not marked with the readonly trait",
      "WARNING HttpMethodSemantics.UnnecessaryIdempotentTrait a#O: This operation uses the `OPTIONS` method in the `http` trait, but is marked with the idempotent trait",
    ],
  ],
  [
    `@readonly
@http(method: "POST", uri: "/")
operation O {}`,
    [
      "WARNING HttpMethodSemantics.UnnecessaryReadonlyTrait a#O: This operation uses the `POST` method in the `http` trait, but is marked with the readonly trait",
    ],
  ],
  [
    `@http(method: "DELETE", uri: "/")
operation O { input := { @httpPayload a: String } }
`,
    [
      "WARNING HttpMethodSemantics.MissingIdempotentTrait a#O: This operation uses the `DELETE` method in the `http` trait, but is not marked with the idempotent trait",
      "DANGER HttpMethodSemantics.UnexpectedPayload a#O: This operation uses the `DELETE` method in the `http` trait, but the `a` member is sent as the payload of the request because it is marked with the `httpPayload` trait. Many HTTP clients do not support payloads with DELETE requests. Consider binding this member to other parts of the HTTP request such as a query string parameter using the `httpQuery` trait, a header using the `httpHeader` trait, or a path segment using the `httpLabel` trait.",
    ],
  ],
  [
    `@http(method: "FETCH", uri: "/")
operation O { input := { a: String } }
`,
    [],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpMethodSemanticsRule, text)).toEqual(findings);
});
