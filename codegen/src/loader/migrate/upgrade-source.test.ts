import { describe, expect, it } from "vitest";
import { isNodeObject } from "../../shapes/node.js";
import { serializeAst } from "../../serialize/ast.js";
import { nodeToJson } from "../../shapes/node-json.js";
import { createSource } from "../../source/source.js";
import { loadModel } from "../load-model.js";
import { upgradeSource } from "./upgrade-source.js";

function upgraded(name: string, text: string): string {
  const source = createSource(name, text);
  const result = upgradeSource(source, loadModel([source]).model);
  return result.kind === "idl" ? result.text : nodeToJson(result.tree ?? null, { indent: 0 });
}

function treeOf(name: string, text: string): string {
  return nodeToJson(serializeAst(loadModel([createSource(name, text)]).model), { indent: 1, sortKeys: true });
}

const head = '$version: "2.0"\nnamespace a\n';

describe("upgradeSource of IDL", () => {
  it.each([
    ["integer A", "@default(0)\ninteger A"],
    ["@box\ninteger A // b", "integer A // b"],
    ["@box @sensitive integer A", "@sensitive integer A"],
    ["boolean A\napply A @box\napply A { @box @tags([]) }", "boolean A\napply A { @tags([]) }"],
    [
      "structure A {\n    // c\n    b: PrimitiveInteger,\n    @box // d\n    e: PrimitiveBoolean\n}",
      "structure A {\n    // c\n    @default(0)\n    b: PrimitiveInteger,\n    // d\n    @default(null)\n    e: PrimitiveBoolean\n}",
    ],
    ["structure A { b: PrimitiveLong, c: String }", "structure A { @default(0) b: PrimitiveLong, c: String }"],
    ["@streaming blob A\nstructure B { c: A }", '@streaming blob A\nstructure B { @default("") c: A }'],
    ["set A { member: String }", "@uniqueItems\nlist A { member: String }"],
    ["@uniqueItems set A { member: String }", "@uniqueItems list A { member: String }"],
    ['@enum([{ value: "b" }])\nstring A', '@enum([{ value: "b" }])\nstring A'],
  ])("rewrites %j and keeps the model", (old, text) => {
    expect(upgraded("a.smithy", `$version: "1.0"\nnamespace a\n${old}`)).toBe(head + text);
    expect(treeOf("a.smithy", head + text)).toBe(treeOf("a.smithy", `$version: "1.0"\nnamespace a\n${old}`));
  });

  it("makes an enum of a string with named values", () => {
    const old = `namespace a
/// Doc.
@enum([
    // c
    { value: "b", name: "B", documentation: "x\ny", deprecated: true },
    { name: "C", value: "C", tags: ["internal"] } // d
])
@sensitive
string A`;
    expect(upgraded("a.smithy", old)).toBe(`$version: "2.0"

namespace a
/// Doc.
@sensitive
enum A {
    // c
    /// x
    /// y
    @deprecated
    B = "b"
    @internal
    @tags(["internal"])
    C
    // d
}`);
  });

  it("leaves a file of version 2.0 as it is", () => {
    const text = '$version: "2"\nnamespace a\ninteger A';
    expect(upgraded("a.smithy", text)).toBe(text);
  });
});

describe("upgradeSource of a JSON AST", () => {
  it("rewrites what has changed", () => {
    const shapes = {
      "a#I": { type: "integer" },
      "a#B": { type: "integer", traits: { "smithy.api#box": {} } },
      "a#S": { type: "set", member: { target: "smithy.api#String" } },
      "a#T": {
        type: "structure",
        members: { a: { target: "a#I" }, b: { target: "a#I", traits: { "smithy.api#box": {} } } },
      },
      "a#E": { type: "string", traits: { "smithy.api#enum": [{ value: "f", name: "F" }] } },
    };
    const text = upgraded("a.json", JSON.stringify({ smithy: "1.0", shapes }));
    expect(JSON.parse(text)).toEqual({
      smithy: "2.0",
      shapes: {
        "a#I": { type: "integer", traits: { "smithy.api#default": 0 } },
        "a#B": { type: "integer" },
        "a#S": { type: "list", member: { target: "smithy.api#String" }, traits: { "smithy.api#uniqueItems": {} } },
        "a#T": {
          type: "structure",
          members: {
            a: { target: "a#I", traits: { "smithy.api#default": 0 } },
            b: { target: "a#I", traits: { "smithy.api#default": null } },
          },
        },
        "a#E": {
          type: "enum",
          members: { F: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "f" } } },
        },
      },
    });
    const result = upgradeSource(createSource("a.json", "[1]"), loadModel([]).model);
    expect(result.kind === "ast" && isNodeObject(result.tree)).toBe(false);
  });
});
