import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { NumberToken } from "../shapes/node.js";
import { equalNodes } from "../shapes/node-equality.js";
import { createSource } from "../source/source.js";
import { serializeAst } from "./ast.js";
import { nodeToJson } from "../shapes/node-json.js";

function astOf(text: string): unknown {
  return JSON.parse(nodeToJson(serializeAst(loadModel([createSource("m", text)]).model)));
}

const header = '$version: "2"\nnamespace a\n';

describe("serializeAst", () => {
  it("writes the user's shapes in the order of their IDs, and metadata only where there is some", () => {
    expect(astOf(`${header}structure B {}\nstring A`)).toEqual({
      smithy: "2.0",
      shapes: { "a#A": { type: "string" }, "a#B": { type: "structure", members: {} } },
    });
    expect(astOf('$version: "2"\nmetadata m = [1]')).toEqual({ smithy: "2.0", metadata: { m: [1] }, shapes: {} });
  });

  it("writes mixins as mixins, and traits on their members as apply", () => {
    const text = `${header}
      @mixin
      @tags(["a"])
      structure M { a: String }
      @sensitive
      structure S with [M] { @required a: String, b: String }`;
    expect(astOf(text)).toMatchObject({
      shapes: {
        "a#S": {
          type: "structure",
          mixins: [{ target: "a#M" }],
          members: { b: { target: "smithy.api#String" } },
          traits: { "smithy.api#sensitive": {} },
        },
        "a#S$a": { type: "apply", traits: { "smithy.api#required": {} } },
      },
    });
  });

  it("keeps what version 1.0 says of a list's member and of a union's", () => {
    const text = '$version: "1"\nnamespace a\nlist L { @box member: PrimitiveLong }';
    const { model } = loadModel([createSource("m", text)]);
    const member = { target: "smithy.api#PrimitiveLong" };
    expect(serializeAst(model, { version: "1.0" })["shapes"]).toEqual({
      "a#L": { type: "list", member: { ...member, traits: { "smithy.api#box": {} } } },
    });
    expect(serializeAst(model)["shapes"]).toEqual({ "a#L": { type: "list", member } });
  });

  it("gives the same model when it is loaded again", () => {
    const text = `${header}
      @mixin
      operation M { errors: [E] }
      operation O with [M] { input := { @required id: String, n: Integer = 1 } }
      @error("client")
      structure E {}
      enum Suit { CLUB, HEART }
      map Pairs { key: Suit, value: Numbers }
      @uniqueItems
      list Numbers { member: Long }
      resource R { identifiers: { id: String }, properties: { n: Integer }, read: O }
      @mixin
      service B { version: "1", operations: [O] }
      service S with [B] { resources: [R], rename: { "a#E": "F" } }
      @trait
      document d
      @d([1, 9007199254740993, 1.5e400, { "__proto__": null }])
      blob Data`;
    const first = serializeAst(loadModel([createSource("m.smithy", text)]).model);
    const again = loadModel([createSource("m.json", nodeToJson(first))]);
    expect(again.diagnostics).toEqual([]);
    expect(equalNodes(serializeAst(again.model), first)).toBe(true);
  });
});

describe("nodeToJson", () => {
  const node = { b: [1, new NumberToken("9007199254740993")], a: {}, c: [], d: { e: "x\n\u2028" } };

  it.each([
    [{ indent: 0 }, '{"b":[1,9007199254740993],"a":{},"c":[],"d":{"e":"x\\n\u2028"}}'],
    [{ indent: 0, sortKeys: true }, '{"a":{},"b":[1,9007199254740993],"c":[],"d":{"e":"x\\n\u2028"}}'],
    [
      { indent: 1 },
      '{\n "b": [\n  1,\n  9007199254740993\n ],\n "a": {},\n "c": [],\n "d": {\n  "e": "x\\n\u2028"\n }\n}',
    ],
  ])("writes with %j", (options, text) => {
    expect(nodeToJson(node, options)).toBe(text);
  });
});
