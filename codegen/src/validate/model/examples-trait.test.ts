import { describe, expect, it } from "vitest";
import { examplesTraitRule } from "./examples-trait.js";
import { findingsOf } from "../testing/findings.js";

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
      '{ title: "a", input: { id: "x" }, output: { conut: 1 } }',
      "WARNING ExamplesTrait.UnknownMember.a#OOutput.conut a#O: Example output of `a`: Member `conut` does not exist in `a#OOutput`",
    ],
    [
      '{ title: "a", input: { id: "x" }, error: { shapeId: Other, content: {} } }',
      "ERROR ExamplesTrait a#O: Error parameters provided for operation without the `a#Other` error: `a`",
    ],
    [
      '{ title: "a", input: { id: "x" }, output: {}, error: { shapeId: E } }',
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
    const example = '{ title: "a", input: { id: "x" }, error: { shapeId: Other } }';
    const service = (name: string, errors: string) =>
      `service ${name} { version: "1", operations: [O], errors: [${errors}] }`;
    const model = `${shapes}\n${service("One", "Other")}\napply O @examples([${example}])`;
    expect(findingsOf(examplesTraitRule, model)).toEqual([]);
    expect(findingsOf(examplesTraitRule, `${model}\n${service("Two", "")}`)).toHaveLength(1);
  });
});
