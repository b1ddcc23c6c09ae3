import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { enumShapeRule } from "./enum-shape.js";
import { examplesTraitRule } from "./examples-trait.js";
import { findingsOf } from "./testing/findings.js";
import { traitCreationRule } from "./trait-creation.js";
import { traitValueRule } from "./trait-value.js";
import { validate } from "./validate.js";

describe("traitValueRule", () => {
  it.each([
    [
      "@length(mn: 1)\nstring S",
      "WARNING TraitValue.UnknownMember.smithy.api#length.mn a#S: Error validating trait `length`: Member `mn` does not exist in `smithy.api#length`",
    ],
    [
      "@trait\nlist t { member: String }\n@t([1])\nstring S",
      "ERROR TraitValue a#S: Error validating trait `a#t`.0: Expected string value for string shape, `smithy.api#String`; found number value, `1`",
    ],
    [
      '@timestampFormat("x")\ntimestamp S',
      "ERROR TraitValue a#S: Error validating trait `timestampFormat`: String value provided for `smithy.api#timestampFormat` must be one of the following values: `date-time`, `epoch-seconds`, `http-date`",
    ],
    [
      "@trait\nstructure t { @required a: String }\nstructure S { @t m: String }",
      "ERROR TraitValue a#S$m: Error validating trait `a#t`: Missing required structure member `a` for `a#t`",
    ],
  ])("checks %j", (text, finding) => {
    expect(findingsOf(traitValueRule, text)).toEqual([finding]);
  });

  it("says once what a mixin brings to many", () => {
    expect(
      findingsOf(traitValueRule, "@mixin\n@length(x: 1)\nlist M { member: String }\nlist L with [M] {}"),
    ).toHaveLength(1);
  });
});

describe("traitCreationRule", () => {
  it.each([
    ['@deprecated("x")\nstring S', "Error creating trait `deprecated`: Expected object, but found string."],
    ['@xmlNamespace(prefix: "x")\nstring S', "Error creating trait `xmlNamespace`: Missing expected member `uri`."],
    ['@auth(["x"])\nservice S { version: "1" }', "Error creating trait `auth`: Invalid shape ID: x"],
    [
      '@error("x")\nstructure S {}',
      "Error creating trait `error`: error trait must be set to client or server, found `x`",
    ],
  ])("refuses %j", (text, message) => {
    expect(findingsOf(traitCreationRule, text)).toEqual([`ERROR Model a#S: ${message}`]);
    expect(findingsOf(traitValueRule, text)).toEqual(
      text.startsWith("@error") ? [expect.stringContaining("ERROR TraitValue a#S")] : [],
    );
  });

  it("leaves traits of the model itself to the rule for values", () => {
    expect(findingsOf(traitCreationRule, "@trait\nstring t\n@t(1)\nstring S")).toEqual([]);
  });
});

describe("enumShapeRule", () => {
  it.each([
    ["enum E {\n A = 1\n}", "ERROR EnumShape a#E$A: enum members can only be assigned string values, but found: 1"],
    ['enum E {\n A = ""\n}', "ERROR EnumShape a#E$A: enum values may not be empty."],
    ['enum E {\n A = "B"\n B\n}', "ERROR EnumShape a#E$B: Multiple enum members found with duplicate value `B`"],
    ["intEnum E {\n A\n}", "ERROR EnumShape a#E$A: intEnum members must be assigned an integer value"],
    ['intEnum E {\n A = "x"\n}', 'ERROR EnumShape a#E$A: intEnum members require integer values, but found: "x"'],
    ["intEnum E {\n A = 1.5\n}", "ERROR EnumShape a#E$A: intEnum members do not support floating point values"],
  ])("refuses %j", (text, finding) => {
    expect(findingsOf(enumShapeRule, text)).toEqual([finding]);
  });
});

describe("examplesTraitRule", () => {
  const shapes = `
    operation O {
      input := { @required id: String, @length(max: 2) name: String }
      output := { count: Integer }
      errors: [E]
    }
    @error("client")
    structure E { message: String }
    @error("server")
    structure Other {}`;

  function examples(...items: readonly string[]): readonly string[] {
    return findingsOf(examplesTraitRule, `${shapes}\napply O @examples([${items.join("\n")}])`);
  }

  it("finds nothing in sound examples", () => {
    expect(
      examples(
        '{ title: "a", input: { id: "x" }, output: { count: 1 } }',
        '{ title: "b", input: { id: "x" }, error: { shapeId: E, content: { message: "no" } } }',
      ),
    ).toEqual([]);
  });

  it.each([
    [
      '{ title: "a", input: {} }',
      "ERROR ExamplesTrait a#O: Example input of `a`: Missing required structure member `id` for `a#OInput`",
    ],
    [
      '{ title: "a", input: { id: 1 } }',
      "ERROR ExamplesTrait a#O: Example input of `a`.id: Expected string value for string shape, `smithy.api#String`; found number value, `1`",
    ],
    [
      '{ title: "a", output: { conut: 1 } }',
      "WARNING ExamplesTrait.UnknownMember.a#OOutput.conut a#O: Example output of `a`: Member `conut` does not exist in `a#OOutput`",
    ],
    [
      '{ title: "a", error: { shapeId: Other, content: {} } }',
      "ERROR ExamplesTrait a#O: Error parameters provided for operation without the `a#Other` error: `a`",
    ],
    [
      '{ title: "a", output: {}, error: { shapeId: E } }',
      "ERROR ExamplesTrait a#O: Example: `a` has both output and error defined, only one should be present.",
    ],
    [
      '{ title: "a", input: { id: "x" }, allowConstraintErrors: true }',
      "ERROR ExamplesTrait a#O: Example: `a` has allowConstraintErrors enabled, so error must be defined.",
    ],
    [
      '{ title: "a", input: { id: "x", name: "long" }, error: { shapeId: E }, allowConstraintErrors: true }',
      "WARNING ExamplesTrait a#O: Example input of `a`.name: String value provided for `a#OInput$name` must be <= 2 characters, but the provided value is 4 characters.",
    ],
  ])("checks %s", (item, finding) => {
    expect(examples(item)).toEqual([finding]);
  });

  it("knows the errors that every service of the operation has in common", () => {
    const example = '{ title: "a", error: { shapeId: Other } }';
    const service = (name: string, errors: string) =>
      `service ${name} { version: "1", operations: [O], errors: [${errors}] }`;
    const model = `${shapes}\n${service("One", "Other")}\napply O @examples([${example}])`;
    expect(findingsOf(examplesTraitRule, model)).toEqual([]);
    expect(findingsOf(examplesTraitRule, `${model}\n${service("Two", "")}`)).toHaveLength(1);
  });
});

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
    expect(outcomes(`namespace a\n@suppress(["${id}"])\n@length(mn: 1)\nstring S`)).toEqual([
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

  it("stops after a phase with errors unless it is told otherwise", () => {
    const source = createSource("m.smithy", '$version: "2"\nnamespace a\n@xmlName("!")\nstructure S { m: Nowhere }');
    const { model } = loadModel([source]);
    expect(validate(model).map(({ code }) => code)).toEqual(["Target.UnresolvedShape"]);
    expect(validate(model, { allPhases: true }).map(({ code }) => code)).toEqual([
      "Target.UnresolvedShape",
      "TraitValue",
    ]);
  });
});
