import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { smokeTestCaseRule } from "./smoke-test-case.js";
import { uniqueSmokeTestCaseIdRule } from "./unique-smoke-test-case-id.js";

describe("smokeTestCaseRule", () => {
  it.each<[string, readonly string[]]>([
    [`params: { m: "x" }`, []],
    [
      "",
      [
        "ERROR SmokeTestCase a#P: Smoke test case with ID `aa` does not define `params`, but the target operation has required input members: `m`",
      ],
    ],
    [
      `params: { m: 1 }, vendorParams: {}`,
      [
        "WARNING SmokeTestCase a#P: Smoke test case with ID `aa` defined `vendorParams` but no `vendorParamsShape`",
        "ERROR SmokeTestCase a#P: smithy.test#smokeTests.aa.params.m: Expected string value for string shape, `smithy.api#String`; found number value, `1`",
      ],
    ],
    [
      `params: { m: "x" }, vendorParamsShape: Vendor`,
      ["WARNING SmokeTestCase a#P: Smoke test case with ID `aa` defined a `vendorParamsShape` but no `vendorParams`"],
    ],
    [
      `params: { m: "x" }, vendorParamsShape: Vendor, vendorParams: { x: 1 }`,
      [
        "WARNING SmokeTestCase.UnknownMember.a#Vendor.x a#P: smithy.test#smokeTests.aa.vendorParams: Member `x` does not exist in `a#Vendor`",
      ],
    ],
  ])("of a case with %j finds %j", (members, findings) => {
    const text = `@smithy.test#smokeTests([{ id: "aa", expect: { success: {} }, ${members} }])
operation P { input := { @required m: String } }
structure Vendor {}`;
    expect(findingsOf(smokeTestCaseRule, text)).toEqual(findings);
  });
});

describe("uniqueSmokeTestCaseIdRule", () => {
  it.each<[string, number]>([
    ["P, Q", 2],
    ["P", 0],
  ])("compares the operations %s of a service", (operations, count) => {
    const tests = `@smithy.test#smokeTests([{ id: "aa", expect: { success: {} } }])`;
    const text = `service S { version: "1", operations: [${operations}] }
${tests} operation P {}
${tests} operation Q {}`;
    const message = "Conflicting `smithy.test#smokeTests` test case IDs found for ID `aa`: `a#P`, `a#Q`";
    const all = ["a#P", "a#Q"].map((id) => `ERROR UniqueSmokeTestCaseId ${id}: ${message}`);
    expect(findingsOf(uniqueSmokeTestCaseIdRule, text)).toEqual(all.slice(0, count));
  });
});
