import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { xmlFlattenedTraitRule } from "./xml-flattened-trait.js";

describe("xmlFlattenedTraitRule", () => {
  it.each<[string, string[]]>([
    [
      'structure A { @xmlFlattened l: L, @xmlFlattened item: L, @xmlFlattened @xmlName("x") m: L }\nlist L { @xmlName("item") member: String }',
      [
        'WARNING XmlFlattenedTrait a#A$l: Member is `@xmlFlattened`, so `@xmlName` of target\'s member (`a#L$member`) has no effect. The flattened list elements will have the name of this member - `l`. If this is unintended, you can add `@xmlName("item")` to this member.',
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(xmlFlattenedTraitRule, text)).toEqual(findings);
  });
});
