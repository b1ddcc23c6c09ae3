import { describe, expect, it } from "vitest";
import { enumShapeRule } from "./enum-shape.js";
import { findingsOf } from "../testing/findings.js";

describe("enumShapeRule", () => {
  it.each([
    ["enum E {\n A = 1\n}", "ERROR EnumShape a#E$A: enum members can only be assigned string values, but found: 1"],
    ['enum E {\n A = ""\n}', "ERROR EnumShape a#E$A: enum values may not be empty."],
    ['enum E {\n A = "B"\n B\n}', "ERROR EnumShape a#E$B: Multiple enum members found with duplicate value `B`"],
    ["intEnum E {\n A\n}", "ERROR EnumShape a#E$A: intEnum members must be assigned an integer value"],
    ['intEnum E {\n A = "x"\n}', 'ERROR EnumShape a#E$A: intEnum members require integer values, but found: "x"'],
    ["intEnum E {\n A = 1.5\n}", "ERROR EnumShape a#E$A: intEnum members do not support floating point values: 1.5"],
  ])("refuses %j", (text, finding) => {
    expect(findingsOf(enumShapeRule, text)).toEqual([finding]);
  });
});
