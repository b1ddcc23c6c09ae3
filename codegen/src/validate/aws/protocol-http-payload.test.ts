import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { protocolHttpPayloadRule } from "./protocol-http-payload.js";

describe("protocolHttpPayloadRule", () => {
  it.each<[string, readonly string[]]>([
    ["String", []],
    ["Document", []],
    ["Ints", ["a#I$p", "a#E$p", "a#O$p"]],
    ["Integer", ["a#I$p", "a#E$p", "a#O$p"]],
  ])("of %j finds %j", (text, findings) => {
    const model = `@aws.protocols#restJson1 service S { version: "1", operations: [P] }
@http(method: "POST", uri: "/") operation P { input: I, output: O, errors: [E] }
structure I { @httpPayload p: ${text} }
structure O { @httpPayload p: ${text} }
@error("client") structure E { @httpPayload p: ${text} }
list Ints { member: Integer }`;
    const found = findingsOf(protocolHttpPayloadRule, model);
    expect(found.toSorted()).toEqual(
      findings
        .map(
          (id) =>
            `ERROR ProtocolHttpPayload ${id}: AWS Protocols only support binding the following shape types to the payload: string, blob, structure, union, and document`,
        )
        .toSorted(),
    );
  });
});
