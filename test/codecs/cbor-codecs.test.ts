import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitCodecs } from "../../codegen/src/emitters/codecs/emit-codecs.js";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { generate, PackageFolder } from "../support/generated-package.js";

const model = readFileSync(new URL("every-kind.smithy", import.meta.url), "utf8")
  .replace("aws.protocols#awsJson1_1", "smithy.protocols#rpcv2Cbor")
  .replace("@awsJson1_1", "@rpcv2Cbor");

interface Codecs {
  encode(shape: string, value: unknown): string;
  decode(shape: string, hexadecimal: string): unknown;
  receive(shape: string, hexadecimal: string, options?: object): unknown;
}

type Exports = Readonly<Record<string, (...rest: readonly unknown[]) => unknown>>;

async function load(folder: PackageFolder): Promise<Codecs> {
  folder.writeAll(generate(model, [emitTypes, emitErrors, emitCodecs]).files);
  folder.write(
    "src/all.ts",
    'export * from "./codecs-cbor.js";\nexport { decodeCbor, encodeCbor } from "@tsmith/runtime/codec/cbor";\n',
  );
  const all = (await folder.load("src/all.js")) as Exports;
  const read = (name: string, hexadecimal: string, options?: object): unknown =>
    all["decodeCbor"]?.(new Uint8Array(Buffer.from(hexadecimal, "hex")), (reader: unknown) =>
      all[name]?.(reader, options),
    );
  return {
    encode: (shape, value) =>
      Buffer.from(all["encodeCbor"]?.(value, all[`encodeCbor${shape}`]) as Uint8Array).toString("hex"),
    decode: (shape, hexadecimal) => read(`decodeCbor${shape}`, hexadecimal),
    receive: (shape, hexadecimal, options) => read(`receiveCbor${shape}`, hexadecimal, options),
  };
}

/** Hexadecimal digits with texts in quotes between them, as CBOR's text strings. */
function cbor(notation: string): string {
  return notation.replaceAll(/'([^']*)'|\s+/g, (_, text?: string) =>
    text === undefined ? "" : (0x60 + text.length).toString(16) + Buffer.from(text).toString("hex"),
  );
}

describe("CBOR codecs of a model with every kind of shape", () => {
  const folder = new PackageFolder();
  let codecs: Codecs;
  beforeAll(async () => {
    codecs = await load(folder);
  });
  afterAll(() => folder.remove());

  it.each<[given: string, shape: string, value: unknown, notation: string]>([
    ["no member that the model does not have", "Tree", { label: "a", secret: 1 }, "a1 'label' 'a'"],
    ["nothing", "Everything", {}, "b90000"],
    ["timestamps whatever their format", "Everything", { dateTime: new Date(0) }, "b90001 'dateTime' c100"],
    ["the member's name, not jsonName", "Everything", { renamed: "a" }, "b90001 'renamed' 'a'"],
    ["sparse lists", "Everything", { sparseStrings: ["a", null] }, "b90001 'sparseStrings' 82 'a' f6"],
    ["unions", "Choice", { text: "a" }, "a1 'text' 'a'"],
    ["the members of an error", "Failed", { Message: "m", statusCode_: 3 }, "a2 'Message' 'm' 'statusCode' 03"],
  ])("encode writes %s", (_, shape, value, notation) => {
    expect(codecs.encode(shape, value)).toBe(cbor(notation));
  });

  it.each<[given: string, shape: string, value: unknown, message: string]>([
    ["a required member without a value", "Tree", {}, "Tree.label: expected a string, but got nothing"],
    ["a union without a member", "Choice", {}, "Choice: the union has no member that the model knows"],
    ["a union with two members", "Choice", { text: "a", number: 1 }, "Choice: expected a union with one member"],
  ])("encode refuses %s", (_, shape, value, message) => {
    expect(() => codecs.encode(shape, value)).toThrow(message);
  });

  it("encode fills defaults of nested members", () => {
    const written = codecs.receive("Everything", codecs.encode("Everything", { defaults: {} }));
    expect(written).toMatchObject({ defaults: { string: 'a"b', integer: 7, double: 1.5, timestamp: new Date(1500) } });
  });

  it.each<[given: string, notation: string, value: unknown]>([
    [
      "members in any order, known ones only",
      "a3 'strings' 81 'a' 'more' a1 01 9f80ff 'string' 'b'",
      { strings: ["a"], string: "b" },
    ],
    ["null and undefined as absent", "a2 'string' f6 'strings' f7", {}],
    ["maps of indefinite length", "bf 'string' 7f 'a' 'b' ff ff", { string: "ab" }],
    ["names of indefinite length", "a1 7f 'str' 'ing' ff 'a'", { string: "a" }],
    ["unions beside null and __type", "a1 'choice' a3 '__type' 'x' 'text' 'a' 'number' f6", { choice: { text: "a" } }],
    ["an enum value that is unknown, for the validator", "a1 'color' 'BLUE'", { color: "BLUE" }],
    ["the last of members with one name", "a2 'string' 'a' 'string' 'b'", { string: "b" }],
    ["an integer as a double", "a1 'double' 02", { double: 2 }],
  ])("decode reads %s", (_, notation, value) => {
    expect(codecs.decode("Everything", cbor(notation))).toEqual(value);
  });

  it("decode fills defaults", () => {
    expect(codecs.decode("Defaults", "a0")).toMatchObject({
      string: 'a"b',
      hidden: "hidden",
      optional: "optional",
      list: [],
    });
  });

  it.each<[given: string, notation: string, path: string, problem: string]>([
    ["no map", "80", "", "expected a map, but found a list"],
    ["an integer for a string", "a1 'string' 01", "/string", "expected a text string, but found an integer"],
    ["null in a list", "a1 'strings' 82 'a' f6", "/strings/1", "expected a text string, but found null"],
    [
      "a wrong type far below",
      "a1 'tree' a2 'label' 'a' 'children' 81 a1 'label' 01",
      "/tree/children/0/label",
      "expected a text string, but found an integer",
    ],
    [
      "a wrong type below a secret key",
      "a1 'secrets' a1 'hush' 'x'",
      "/secrets/*",
      "expected an integer, but found a text string",
    ],
    [
      "a union with two members",
      "a1 'choice' a2 'text' 'a' 'number' 01",
      "/choice",
      "expected a union with one member, but found several",
    ],
    [
      "a union without members",
      "a1 'choice' a1 'text' f6",
      "/choice",
      "expected a union with one member, but found none",
    ],
    [
      "a union member that is unknown",
      "a1 'choice' a1 'other' 01",
      "/choice",
      "the union has a member that the model does not know",
    ],
    [
      "a timestamp without its tag",
      "a1 'timestamp' 01",
      "/timestamp",
      "expected a timestamp, which has tag 1, but found an integer",
    ],
  ])("decode refuses %s", (_, notation, path, problem) => {
    expect(() => codecs.decode("Everything", cbor(notation))).toThrow(
      expect.objectContaining({ name: "DecodeError", path, problem }),
    );
  });

  it.each<[given: string, shape: string, notation: string, result: unknown]>([
    ["enum values that are unknown", "Everything", "a2 'color' 'BLUE' 'size' 09", { color: "BLUE", size: 9 }],
    [
      "union members that are unknown",
      "Everything",
      "a1 'choice' a1 'other' 8101",
      { choice: { $unknown: ["other", [1]] } },
    ],
    ["unions without a member", "Everything", "a1 'choice' a0", { choice: { $unknown: ["", undefined] } }],
    ["lists with null, without it", "Everything", "a1 'strings' 83 'a' f6 'b'", { strings: ["a", "b"] }],
    ["a missing required member as empty", "Tree", "a1 'children' 81 a0", { label: "", children: [{ label: "" }] }],
  ])("receive keeps or mends %s", (_, shape, notation, result) => {
    expect(codecs.receive(shape, cbor(notation))).toEqual(result);
  });

  it("receive refuses what it could only correct without end", () => {
    expect(() => codecs.receive("OutputOnly", cbor("a1 'endless' a1 'again' a0"))).toThrow(
      expect.objectContaining({ name: "DecodeError", path: "/endless/again/again" }),
    );
  });

  it("receive makes an error of its class, its text under either name", () => {
    const error = codecs.receive("Failed", cbor("a2 'message' 'm' 'statusCode' 03"), { requestId: "r-1" });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "Failed", Message: "m", statusCode: 409, statusCode_: 3, requestId: "r-1" });
  });

  it("decode never reaches a prototype", () => {
    const value = codecs.decode("Everything", cbor("a2 '__proto__' 'own' 'map' a1 '__proto__' 'in'")) as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(value, "__proto__")?.value).toBe("own");
  });
});

it("CBOR codecs warn of streams, which a body cannot carry", () => {
  const text = `$version: "2.0"
namespace example.streams
use smithy.protocols#rpcv2Cbor
@rpcv2Cbor
service Streams { version: "1", operations: [Copy] }
operation Copy { input := { @required body: Bytes, name: String }, output := { name: String } }
@streaming blob Bytes
`;
  const folder = new PackageFolder();
  const { files, diagnostics } = generate(text, [emitTypes, emitErrors, emitCodecs], { optionality: "client" });
  folder.writeAll(files);
  const messages = folder.check("TypeScript 7");
  folder.remove();
  expect(messages).toBe("");
  expect(diagnostics).toEqual([
    expect.objectContaining({ code: "emit/stream-in-cbor", shape: "example.streams#CopyInput$body" }),
  ]);
});
