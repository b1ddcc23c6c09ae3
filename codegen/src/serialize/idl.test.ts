import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { NumberToken } from "../shapes/node.js";
import { createSource } from "../source/source.js";
import { serializeAst } from "./ast.js";
import { type IdlOptions, serializeIdl } from "./idl.js";
import { numberText } from "./idl-number.js";
import { nodeToJson } from "../shapes/node-json.js";

function idlOf(text: string, options?: IdlOptions): Record<string, string> {
  return Object.fromEntries(serializeIdl(loadModel([createSource("m.smithy", text)]).model, options));
}

const header = '$version: "2.0"\n\nnamespace a\n';

describe("serializeIdl", () => {
  it.each([
    ["string A", "string A"],
    ['@tags([])\n@pattern("\\\\d")\nstring A', '@pattern("\\\\d")\n@tags([])\nstring A'],
    ["/// B\n///\n/// C \nstring A", "/// B\n/// \n/// C \nstring A"],
    ["structure A {}", "structure A {}"],
    ['@trait document t\n@t("_": 1, _a: 2) string A', '@trait\ndocument t\n\n@t(\n    "_": 1\n    _a: 2\n)\nstring A'],
    [
      "structure A { b: Integer = 1\n @required c: A }",
      "structure A {\n    b: Integer = 1\n    @required\n    c: A\n}",
    ],
    ['enum A { B, C = "d" }', 'enum A {\n    B\n    C = "d"\n}'],
    ["intEnum A { B = 1 }", "intEnum A {\n    B = 1\n}"],
    ["list A { member: String }", "list A {\n    member: String\n}"],
    ['service A { version: "1" }', 'service A {\n    version: "1"\n}'],
    ["resource A { identifiers: { b: String } }", "resource A {\n    identifiers: {\n        b: String\n    }\n}"],
    ["operation A {}", "operation A {\n    input: Unit\n    output: Unit\n}"],
    [
      "string Integer\nlist A { member: smithy.api#Integer }",
      "list A {\n    member: smithy.api#Integer\n}\n\nstring Integer",
    ],
  ])("writes %j", (text, idl) => {
    expect(idlOf(`$version: "2"\nnamespace a\n${text}`)).toEqual({ "a.smithy": `${header}\n${idl}\n` });
  });

  it("writes inputs and outputs in their operation, by the suffixes that it is to go by", () => {
    const text = `$version: "2"
      $operationInputSuffix: "Request"
      namespace a
      operation A { input := {}, output := @tags(["b"]) { c: String } }
      operation D { input: E, output: DOutput }
      structure E {}
      structure DOutput {}`;
    expect(idlOf(text)["a.smithy"]).toBe(`${header}
operation A {
    input: ARequest
    output :=
        @tags([
            "b"
        ])
        {
            c: String
        }
}

operation D {
    input: E
    output: DOutput
}

@input
structure ARequest {}

structure DOutput {}

structure E {}
`);
    const inferred = idlOf(text, { inferInlineIoSuffixes: true })["a.smithy"] ?? "";
    expect(inferred).toContain('$operationInputSuffix: "Request"\n');
    expect(inferred).toContain("operation A {\n    input := {}\n");
    expect(idlOf(text, { coerceInlineIo: true })["a.smithy"]).toContain("    output := {}\n");
  });

  it("keeps the order of the file when asked to", () => {
    const text =
      '$version: "2"\nmetadata b = 1\nmetadata a = 2\nnamespace a\nstring C\n@tags([])\n@deprecated\nservice B { version: "1" }';
    const files = idlOf(text, { componentOrder: "sourceLocation" });
    expect(files["a.smithy"]).toMatch(/string C\n\n@tags\(\[\]\)\n@deprecated\nservice B/);
    expect(files["metadata.smithy"]).toBe('$version: "2.0"\n\nmetadata b = 1\nmetadata a = 2\n');
  });

  it("gives the same model when it is loaded again", () => {
    const text = `$version: "2"
      metadata "a b" = [{ "c-d": null, e: [[], {}] }]
      namespace a
      use aws.api#service
      @mixin structure M { /// Doc.
        a: String }
      @mixin @tags(["x"]) structure N with [M] { $a }
      structure S with [M, N] { @required $a, b: N.$ }
      operation O { input := with [M] { @httpHeader("x") $a }, errors: [E] }
      @error("client") @retryable(throttling: true) structure E {}
      @service(sdkId: "Q") service V { version: "1", operations: [O], rename: { "a#E": "F" } }
      @trait structure t { @idRef s: String, m: T }
      map T { key: String, value: R }
      @idRef string R
      @t(s: S, m: { k: S$a, "l l": "a#S" }) string U`.replace(", b: N.$ }", " }");
    const { model } = loadModel([createSource("m.smithy", text)]);
    const sources = [...serializeIdl(model)].map(([name, idl]) => createSource(name, idl));
    const again = loadModel(sources);
    expect(again.diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    const json = { indent: 1, sortKeys: true };
    expect(nodeToJson(serializeAst(again.model), json)).toBe(nodeToJson(serializeAst(model), json));
  });
});

describe("numberText", () => {
  it.each([
    [1, "1"],
    [0.5, "0.5"],
    [-1234567.25, "-1234567.25"],
    [12345678.5, "1.23456785E7"],
    [0.0001, "1.0E-4"],
    [new NumberToken("1.0"), "1.0"],
    [new NumberToken("1e7"), "1.0E7"],
    [new NumberToken("-0.0"), "-0.0"],
    [new NumberToken("9007199254740993"), "9007199254740993"],
    [new NumberToken("1.00000000000000000001"), "1.00000000000000000001"],
    [new NumberToken("15e400"), "1.5E+401"],
    [new NumberToken("1e-400"), "1E-400"],
  ])("writes %s as %s", (number, text) => {
    expect(numberText(number)).toBe(text);
  });
});
