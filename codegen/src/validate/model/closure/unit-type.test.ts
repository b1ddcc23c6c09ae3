import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { unitTypeRule } from "./unit-type.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `operation O { input: Unit }
union U { a: Unit }
structure S { a: Unit }
resource R { properties: { p: Unit } }`,
    [
      "ERROR UnitType a#S$a: Only members of a union, enum, or intEnum can reference smithy.api#Unit",
      "ERROR UnitType a#R: This shape has an invalid PROPERTY reference to smithy.api#Unit",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(unitTypeRule, text)).toEqual(findings);
});
