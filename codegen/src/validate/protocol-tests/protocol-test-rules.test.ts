import { describe, expect, it } from "vitest";
import type { Rule } from "../rule.js";
import { findingsOf } from "../testing/findings.js";
import { eventStreamTestsTraitRule } from "./event-stream-tests-trait.js";
import { httpMalformedRequestTestsRule } from "./http-malformed-request-tests.js";
import {
  httpRequestTestsInputRule,
  httpResponseTestsErrorRule,
  httpResponseTestsOutputRule,
} from "./http-message-tests.js";
import { uniqueProtocolTestCaseIdRule } from "./unique-protocol-test-case-id.js";

const protocol = "@trait @protocolDefinition\nstructure p {}\nstructure Vendor { @required v: String }";
const withShapes = (text: string): string => `${text}\n${protocol}`;

describe("the rules for test cases of messages", () => {
  const request = `protocol: p, method: "POST", uri: "/"`;

  it.each<[string, Rule, string, readonly string[]]>([
    [
      "requests",
      httpRequestTestsInputRule,
      `@smithy.test#httpRequestTests([
 { id: "aa", ${request}, params: { m: 1, n: "x" }, vendorParamsShape: Vendor, vendorParams: { w: 1 } }
 { id: "bb", ${request}, vendorParamsShape: Vendor, bodyMediaType: "application/a+json", body: "{" }
]) operation P { input := { m: String } }`,
      [
        "ERROR HttpRequestTestsInput a#P: smithy.test#httpRequestTests.0.vendorParams: Missing required structure member `v` for `a#Vendor`",
        "WARNING HttpRequestTestsInput.UnknownMember.a#Vendor.w a#P: smithy.test#httpRequestTests.0.vendorParams: Member `w` does not exist in `a#Vendor`",
        "ERROR HttpRequestTestsInput a#P: smithy.test#httpRequestTests.0.params.m: Expected string value for string shape, `smithy.api#String`; found number value, `1`",
        "WARNING HttpRequestTestsInput.UnknownMember.a#PInput.n a#P: smithy.test#httpRequestTests.0.params: Member `n` does not exist in `a#PInput`",
        "DANGER HttpRequestTestsInput a#P: Invalid application/a+json content in `smithy.test#httpRequestTests` protocol test case `bb`: Error parsing JSON: Unexpected end of input ([1, 2])",
        "WARNING HttpRequestTestsInput a#P: Protocol test case defined a `vendorParamsShape` but no `vendorParams`",
      ],
    ],
    [
      "responses of an error",
      httpResponseTestsErrorRule,
      `@smithy.test#httpResponseTests([{ id: "aa", protocol: p, code: 400, params: { m: 1 } }])
@error("client") structure E { m: String }`,
      [
        "ERROR HttpResponseTestsError a#E: smithy.test#httpResponseTests.0.params.m: Expected string value for string shape, `smithy.api#String`; found number value, `1`",
      ],
    ],
    [
      "responses of an error, for operations",
      httpResponseTestsOutputRule,
      `@smithy.test#httpResponseTests([
 { id: "aa", protocol: p, code: 400, params: { m: 1 }, bodyMediaType: "text/xml", body: "x" }
]) @error("client") structure E { m: String }`,
      [
        "DANGER HttpResponseTestsOutput a#E: Invalid text/xml content in `smithy.test#httpResponseTests` protocol test case `aa`: Content is not allowed in prolog.",
      ],
    ],
  ])("check %s", (_, rule, text, findings) => {
    expect(findingsOf(rule, withShapes(text)).toSorted()).toEqual(findings.toSorted());
  });
});

describe("httpMalformedRequestTestsRule", () => {
  const malformed = (parameters: string): string =>
    withShapes(`@smithy.test#httpMalformedRequestTests([
 { id: "aa", protocol: p, request: { method: "POST", uri: "/" }, response: { code: 400 }, testParameters: ${parameters} }
]) operation P {}`);

  it.each([
    ["{}", 0],
    [`{ x: ["1", "2"], y: ["3", "4"] }`, 0],
    [`{ x: ["1", "2"], y: ["3"] }`, 1],
  ])("of the parameters %s finds %d", (parameters, count) => {
    const message =
      "ERROR HttpMalformedRequestTests a#P: Each list associated to a key in `testParameters` must be of the same length.";
    expect(findingsOf(httpMalformedRequestTestsRule, malformed(parameters))).toEqual(count === 0 ? [] : [message]);
  });

  it("gives each of a case's values an ID", () => {
    const text = `${malformed(`{ x: ["1", "2"] }`)}
@smithy.test#httpResponseTests([{ id: "aa_case1", protocol: p, code: 200 }, { id: "aa", protocol: p, code: 200 }])
operation Q {}`;
    const message = "Conflicting `smithy.test#httpResponseTests` test case IDs found for ID `aa_case1`: `a#P`, `a#Q`";
    const found = findingsOf(uniqueProtocolTestCaseIdRule, text);
    expect(found).toEqual([
      `ERROR UniqueProtocolTestCaseId a#P: ${message}`,
      `ERROR UniqueProtocolTestCaseId a#Q: ${message}`,
    ]);
  });
});

describe("eventStreamTestsTraitRule", () => {
  it.each<[string, readonly string[]]>([
    [`events: [{ type: "request", params: { one: {} } }]`, []],
    [
      "",
      [
        "ERROR EventStreamTestsTrait.0 a#P: smithy.test#eventStreamTests.0: At least one event, an initial request, or an initial response must be set.",
      ],
    ],
    [
      `events: [{ type: "response", params: { one: {} } }]`,
      [
        "ERROR EventStreamTestsTrait.0.events.0 a#P: smithy.test#eventStreamTests.0.events.0: Invalid response event for operation a#P that has no output stream.",
      ],
    ],
    [
      `events: [{ type: "request", params: { one: 1 } }], vendorParamsShape: Vendor, initialRequestParams: { x: 1 }`,
      [
        "WARNING EventStreamTestsTrait.UnknownMember.a#PInput.x a#P: smithy.test#eventStreamTests.0.initialRequestParams: Member `x` does not exist in `a#PInput`",
        "ERROR EventStreamTestsTrait a#P: smithy.test#eventStreamTests.0.vendorParams: Missing required structure member `v` for `a#Vendor`",
        "ERROR EventStreamTestsTrait a#P: smithy.test#eventStreamTests.0.events.0.params.one: Expected object value for structure shape, `a#One`; found number value, `1`",
      ],
    ],
    [
      `initialRequest: {}, events: [{ type: "request", body: "<", bodyMediaType: "application/xml" }]`,
      [
        "DANGER EventStreamTestsTrait a#P: smithy.test#eventStreamTests.0.events.0.body: Invalid application/xml content: XML document structures must start and end within the same entity.",
      ],
    ],
  ])("of a case with %s finds %j", (members, findings) => {
    const text = `@smithy.test#eventStreamTests([{ id: "aa", protocol: p, ${members} }])
operation P { input := { s: Stream } }
@streaming union Stream { one: One }
structure One {}`;
    expect(findingsOf(eventStreamTestsTraitRule, withShapes(text))).toEqual(findings);
  });
});
