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
    expect(outcomes(override("WARNING"))).toEqual(["WARNING EnumShape"]);
  });

  it("takes the highest of several severities, and suppresses first", () => {
    const overrides = ["WARNING", "DANGER"].map(
      (severity) => `{id: "EnumShape", namespace: "a", severity: "${severity}"}`,
    );
    expect(outcomes(`metadata severityOverrides = [${overrides.join()}]\n${lower}`)).toEqual(["DANGER EnumShape"]);
    expect(
      outcomes(
        `metadata severityOverrides = [${overrides.join()}]\n${lower.replace("low", '@suppress(["EnumShape"]) low')}`,
      ),
    ).toEqual(["SUPPRESSED EnumShape"]);
  });

  it.each([
    ["suppressions = {}", "Expected array, but found object."],
    ["suppressions = [{}, 1]", "Expected array element 1 to be a object but found number."],
    ["suppressions = [{}]", "Missing expected member `id`."],
    ['suppressions = [{id: 1, namespace: "*"}]', "Expected `id` member to be a string, but found number."],
    ['suppressions = [{id: "A", namespace: "*", reason: 1}]', "Expected `reason` to be a string; found number"],
    ['severityOverrides = [{id: "A", namespace: "*"}]', "Missing expected member `severity`."],
    [
      'severityOverrides = [{id: "A", namespace: "*", severity: "ERROR"}]',
      "Expected one of `DANGER`, `WARNING`; got `ERROR`.",
    ],
  ])("refuses %s, once nothing worse is found", (metadata, message) => {
    const { model } = loadModel([createSource("m.smithy", `$version: "2"\nmetadata ${metadata}\n${lower}`)]);
    expect(validate(model)).toMatchObject([{ code: "Model", severity: "ERROR", message }]);
  });

  it("applies suppressions to what loading found", () => {
    const { model } = loadModel([
      createSource("m.smithy", `$version: "2"\nmetadata suppressions = [{id: "X", namespace: "*"}]\nnamespace a`),
    ]);
    const found = [{ code: "X.y", severity: "WARNING" as const, message: "m" }];
    expect(validate(model, { found })).toMatchObject([{ code: "X.y", severity: "SUPPRESSED" }]);
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
