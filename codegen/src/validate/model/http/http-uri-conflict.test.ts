import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpUriConflictRule } from "./http-uri-conflict.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `service S { operations: [A, B, C] }
@http(method: "GET", uri: "/{x}")
operation A {}
@http(method: "GET", uri: "/{y}")
operation B {}
@http(method: "PUT", uri: "/{y}")
operation C {}`,
    [
      "ERROR HttpUriConflict a#A: Operation URI, `/{x}`, conflicts with other operation URIs in the same service: [`a#B` (/{y})]",
      "ERROR HttpUriConflict a#B: Operation URI, `/{y}`, conflicts with other operation URIs in the same service: [`a#A` (/{x})]",
    ],
  ],
  [
    `service S { operations: [A, B] }
@http(method: "GET", uri: "/")
@endpoint(hostPrefix: "a.")
operation A {}
@http(method: "GET", uri: "/")
operation B {}`,
    [],
  ],
  [
    `service S { operations: [A, B] }
@http(method: "GET", uri: "/")
@endpoint(hostPrefix: "foo")
operation A {}
@http(method: "GET", uri: "/")
@endpoint(hostPrefix: "{a}")
operation B { input := { @required @hostLabel @pattern("^b") a: String } }`,
    [],
  ],
  [
    `service S { operations: [A, B] }
@http(method: "GET", uri: "/")
@endpoint(hostPrefix: "bar")
operation A {}
@http(method: "GET", uri: "/")
@endpoint(hostPrefix: "{a}")
operation B { input := { @required @hostLabel @pattern("^b") a: String } }`,
    [
      "ERROR HttpUriConflict a#A: Operation URI, `/`, conflicts with other operation URIs in the same service: [`a#B` (/)]",
      "ERROR HttpUriConflict a#B: Operation URI, `/`, conflicts with other operation URIs in the same service: [`a#A` (/)]",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpUriConflictRule, text)).toEqual(findings);
});
