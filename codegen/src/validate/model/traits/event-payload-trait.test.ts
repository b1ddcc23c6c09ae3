import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { eventPayloadTraitRule } from "./event-payload-trait.js";

describe("eventPayloadTraitRule", () => {
  it.each<[string, string[]]>([
    ["structure E { @eventPayload p: Blob, @eventHeader h: String }", []],
    [
      "structure E { @eventPayload p: Blob, b: String, a: String }",
      [
        "ERROR EventPayloadTrait a#E: This event structure contains a member marked with the `eventPayload` trait, so all other members must be marked with the `eventHeader` trait. However, the following member(s) are not marked with the eventHeader trait: `a`, `b`",
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(eventPayloadTraitRule, text)).toEqual(findings);
  });
});
