import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { metadataTraitRule } from "./metadata-trait.js";

describe("metadataTraitRule", () => {
  it.each<[string, string[]]>([
    ['@metadata(key: "k") list L { member: String }', []],
    [
      '@metadata(key: "k") list L { member: String }\n@metadata(key: "k") list K { member: String }',
      [
        "ERROR MetadataTrait a#L: A type has already been defined for the metadata key `k`. Conflicts with: [a#K]",
        "ERROR MetadataTrait a#K: A type has already been defined for the metadata key `k`. Conflicts with: [a#L]",
      ],
    ],
    [
      '@metadata(key: "validators") list L { member: String }',
      [
        "ERROR MetadataTrait a#L: The metadata key `validators` has been reserved by Smithy and may not be defined elsewhere.",
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(metadataTraitRule, text)).toEqual(findings);
  });
});
