import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { validate } from "./validate.js";

describe("metadata validators", () => {
  function findingsOf(validators: string, shapes = "string S\nstructure T {}"): readonly string[] {
    const source = createSource(
      "m.smithy",
      `$version: "2"\nmetadata validators = ${validators}\nnamespace a\n${shapes}`,
    );
    const { model, diagnostics } = loadModel([source]);
    return validate(model, { found: diagnostics }).map(
      ({ severity, code, shape, message }) => `${severity} ${code} ${shape ?? "-"}: ${message}`,
    );
  }

  const emit = 'name: "EmitEachSelector", configuration: {selector: "[id|namespace=a]"}';
  const matched = "Selector capture matched selector: [id|namespace=a]";

  it.each([
    [`[{${emit}}]`, [`DANGER EmitEachSelector a#S: ${matched}`, `DANGER EmitEachSelector a#T: ${matched}`]],
    [`[{${emit}, id: "Mine", severity: "NOTE", selector: "string"}]`, [`NOTE Mine a#S: ${matched}`]],
    [`[{${emit}, message: "No! {super}", selector: "structure"}]`, [`DANGER EmitEachSelector a#T: No! ${matched}`]],
    [`[{${emit}, namespaces: ["b"]}]`, []],
    [
      '[{name: "RepeatedShapeName", id: "Mine"}, {name: "InputOutputStructureReuse", id: "Reuse", selector: "[id=a#I]"}]',
      [
        "WARNING Reuse.Input.O a#I: This structure is the input of `a#O`, but it is not marked with the @input trait. The @input trait gives operations more flexibility to evolve their top-level input members in ways that would otherwise be backward incompatible.",
      ],
      "operation O { input: I }\nstructure I {}",
    ],
    ['[{name: "X"}]', ["WARNING UnknownValidator_X -: Unable to locate a validator named `X`"]],
    [
      '[{name: "EmitNoneSelector"}]',
      ["ERROR Model -: Error creating `EmitNoneSelector` validator: selector is required"],
    ],
    [`[{${emit}, selector: "[x]"}]`, ["ERROR Model -: The selector `[x]` fails: Invalid shape selector attribute: x"]],
    ["{}", ["ERROR Model -: validators must be an array. Found object."]],
    ["[1]", ["ERROR Model -: Each element of `validators` must be an object. Found number."]],
    ["[{}]", ["ERROR Model -: Missing expected member `name`."]],
    ["[{name: 1}]", ["ERROR Model -: Expected `name` member to be a string, but found number."]],
    ['[{name: "X", id: 1}]', ["ERROR Model -: Expected `id` to be a string; found number"]],
    ['[{name: "X", message: 1}]', ["ERROR Model -: Expected `message` to be a string; found number"]],
    ['[{name: "X", severity: "ERROR"}]', ["ERROR Model -: Expected one of `DANGER`, `NOTE`, `WARNING`; got `ERROR`."]],
    [
      '[{name: "X", namespaces: "a"}]',
      ["ERROR Model -: Expected `namespaces` to be an array of strings. Found string."],
    ],
    ['[{name: "X", namespaces: [1]}]', ["ERROR Model -: Expected array element 0 to be a string but found number."]],
    ['[{name: "X", configuration: 1}]', ["ERROR Model -: Expected `configuration` to be an object; found number"]],
    [
      '[{name: "X", selector: "!"}]',
      ["ERROR Model -: Syntax error at line 1 column 1, near `!`: Unexpected selector character: !; expression: !"],
    ],
  ])("%s", (validators, findings, shapes?: string) => {
    expect(findingsOf(validators, shapes)).toEqual(findings);
  });
});
