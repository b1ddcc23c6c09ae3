import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { validate } from "./validate.js";

describe("validate", () => {
  function outcomes(text: string): readonly string[] {
    const { model } = loadModel([createSource("m.smithy", `$version: "2"\n${text}`)]);
    return validate(model).map(
      ({ severity, code, suppressionReason }) =>
        `${severity} ${code}${suppressionReason === undefined ? "" : ` (${suppressionReason})`}`,
    );
  }

  const lower = "namespace a\nenum E { low }";

  it("suppresses by metadata, with a reason", () => {
    expect(outcomes(lower)).toEqual(["WARNING EnumShape"]);
    expect(outcomes(`metadata suppressions = [{id: "EnumShape", namespace: "a", reason: "old"}]\n${lower}`)).toEqual([
      "SUPPRESSED EnumShape (old)",
    ]);
    expect(outcomes(`metadata suppressions = [{id: "EnumShape", namespace: "b"}]\n${lower}`)).toEqual([
      "WARNING EnumShape",
    ]);
    expect(outcomes(`metadata suppressions = [{id: "EnumShape", namespace: "*"}]\n${lower}`)).toEqual([
      "SUPPRESSED EnumShape",
    ]);
  });

  it.each([
    ["TraitValue", "SUPPRESSED"],
    ["TraitValue.UnknownMember", "SUPPRESSED"],
    ["TraitValue.Unknown", "WARNING"],
    ["UnknownMember", "WARNING"],
  ])("matches the event ID %s by segments: %s", (id, severity) => {
    expect(outcomes(`namespace a\n@suppress(["${id}"])\n@length(min: 1, mn: 1)\nstring S`)).toEqual([
      `${severity} TraitValue.UnknownMember.smithy.api#length.mn`,
    ]);
  });

  it("raises severities, but never lowers them", () => {
    const override = (severity: string) =>
      `metadata severityOverrides = [{id: "EnumShape", namespace: "*", severity: "${severity}"}]\n${lower}`;
    expect(outcomes(override("DANGER"))).toEqual(["DANGER EnumShape"]);
    expect(outcomes(override("NOTE"))).toEqual(["WARNING EnumShape"]);
  });

  it("suppresses no error", () => {
    expect(outcomes('namespace a\n@suppress(["TraitValue"])\n@xmlName("!")\nstructure S {}')).toEqual([
      "ERROR TraitValue",
    ]);
  });

  it.each([
    ['@xmlName("!")\nstructure S { m: Nowhere }', ["Target.UnresolvedShape"], ["Target.UnresolvedShape"]],
    ['@xmlName("!")\nstructure S {}\n@pattern("a")\nstring T', ["TraitValue"], ["TraitValue", "PatternTrait"]],
  ])("stops after a phase with errors: %j", (text, codes, codesOfAllPhases) => {
    const { model } = loadModel([createSource("m.smithy", `$version: "2"\nnamespace a\n${text}`)]);
    expect(validate(model).map(({ code }) => code)).toEqual(codes);
    expect(validate(model, { allPhases: true }).map(({ code }) => code)).toEqual(codesOfAllPhases);
  });
});
