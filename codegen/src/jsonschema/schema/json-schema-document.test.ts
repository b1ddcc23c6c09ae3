import { describe, expect, it } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import type { NodeObject } from "../../shapes/node.js";
import { createSource } from "../../source/source.js";
import { jsonSchemaDocument } from "./json-schema-document.js";

const { model } = loadModel([
  createSource(
    "m.smithy",
    `$version: "2"
namespace a
service Z { operations: [O], rename: { "b#S": "Other" } }
operation O { input := { s: S, other: b#S, labels: Labels } }
/// Said of it.
@deprecated(since: "1.2")
structure S {
  @required @jsonName("name") @length(min: 1) a: String
  @timestampFormat("http-date") when: Timestamp
  size: Integer = 3
  f: Float
  color: Color = "RED"
  either: Either
}
enum Color { @title("R") RED, BLUE = "b" }
union Either { one: String, none: Unit }
map Labels { @pattern("^x") key: String, value: String }
@trait structure marks {}`,
  ),
  createSource(
    "n.smithy",
    `$version: "2"\nnamespace b\nstructure S { @deprecated list: List }\nlist List { member: String }`,
  ),
]);

const convert = (settings: NodeObject) => jsonSchemaDocument(model, { service: "a#Z", ...settings });

/** The definition of a shape, or of a property of it. */
function definition(settings: NodeObject, name: string, property?: string): unknown {
  const { document, diagnostics } = convert(settings);
  expect(diagnostics).toEqual([]);
  const { definitions } = JSON.parse(JSON.stringify(document)) as {
    definitions: Record<string, { properties?: Record<string, unknown> }>;
  };
  return property === undefined ? definitions[name] : definitions[name]?.properties?.[property];
}

describe("jsonSchemaDocument", () => {
  it("defines what has a name", () => {
    expect(Object.keys(convert({}).document?.["definitions"] ?? {})).toEqual([
      "Color",
      "Either",
      "Labels",
      "OInput",
      "Other",
      "S",
      "Unit",
    ]);
  });

  it.each<[string, NodeObject, string, string | undefined, unknown]>([
    ["length", {}, "S", "a", { type: "string", minLength: 1 }],
    ["timestampFormat", {}, "S", "when", { type: "string", format: "date-time" }],
    ["default", {}, "S", "size", { type: "number", default: 3 }],
    ["useIntegerType", { useIntegerType: true }, "S", "size", { type: "integer", default: 3 }],
    ["disableDefaultValues", { disableDefaultValues: true }, "S", "size", { type: "number" }],
    ["disableFeatures", { disableFeatures: ["default", "type"] }, "S", "size", { type: "number" }],
    ["reference with default", {}, "S", "color", { allOf: [{ $ref: "#/definitions/Color" }, { default: "RED" }] }],
    ["rename", {}, "OInput", "other", { $ref: "#/definitions/Other" }],
    ["useJsonName", { useJsonName: true }, "S", "name", { type: "string", minLength: 1 }],
    [
      "addReferenceDescriptions",
      { addReferenceDescriptions: true, useInlineMaps: true, mapStrategy: "patternProperties" },
      "OInput",
      "labels",
      { type: "object", patternProperties: { "^x": { type: "string" } } },
    ],
    [
      "supportNonNumericFloats",
      { supportNonNumericFloats: true },
      "S",
      "f",
      { oneOf: [{ type: "number" }, { type: "string", enum: ["NaN", "Infinity", "-Infinity"] }] },
    ],
    ["enum", {}, "Color", undefined, { type: "string", enum: ["RED", "b"] }],
    [
      "enumStrategy",
      { enumStrategy: "oneOf" },
      "Color",
      undefined,
      { type: "string", oneOf: [{ const: "RED", title: "R" }, { const: "b" }] },
    ],
    ["unionStrategy object", { unionStrategy: "object" }, "Either", undefined, { type: "object" }],
    [
      "unionStrategy structure",
      { unionStrategy: "structure" },
      "Either",
      undefined,
      { type: "object", properties: { one: { type: "string" }, none: { $ref: "#/definitions/Unit" } } },
    ],
  ])("%s", (_, settings, name, property, expected) => {
    expect(definition(settings, name, property)).toEqual(expected);
  });

  it("says what is deprecated, and since when", () => {
    expect(definition({}, "S")).toMatchObject({
      description: "Said of it.\nThis shape is deprecated since 1.2.",
      required: ["a"],
    });
    const { document } = convert({ jsonSchemaVersion: "draft2020-12" });
    expect(document).toMatchObject({ $defs: { S: { deprecated: true } } });
  });

  it("merges extensions", () => {
    expect(convert({ schemaDocumentExtensions: { x: 1 } }).document).toMatchObject({ x: 1 });
  });

  it.each<[NodeObject, string]>([
    [{ useJsonName: "yes" }, 'Deserialization error at (/useJsonName): unable to create boolean from "yes"'],
    [{ disableFeatures: ["a", 1] }, "Deserialization error at (/disableFeatures/1): unable to create String from 1"],
    [
      { "union-strategy": "any" },
      'Deserialization error at (/union-strategy): unable to create UnionStrategy from "any": Expected one of the following enum strings: [oneOf, object, structure]',
    ],
    [
      { service: "Z" },
      'Deserialization error at (/service): unable to create ShapeId from "Z": Unable to deserialize Node using fromNode method: Invalid shape ID: Z',
    ],
    [{ service: "a#Q" }, "Shape not found in model: a#Q"],
    [{ service: "a#S" }, "Expected shape `a#S` to be an instance of `ServiceShape`, but found `structure`"],
    [
      { enableOutOfServiceReferences: true, service: null },
      "Shape (structure: `b#S`) conflicts with a#S using a JSON schema pointer of #/definitions/S",
    ],
    [{ definitionPointer: "x" }, "Invalid definition JSON pointer: JSON pointer must start with '/': x/Unit"],
  ])("refuses %j", (settings, message) => {
    expect(convert(settings)).toMatchObject({ document: undefined, diagnostics: [{ severity: "ERROR", message }] });
  });
});
