import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitCodecs } from "../../codegen/src/emitters/codecs/emit-codecs.js";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { serviceIndex } from "../../codegen/src/knowledge/service-index.js";
import { generate, PackageFolder, type Generated } from "../support/generated-package.js";
import { valuesOf } from "./arbitrary-values.js";
import { randomModel } from "./random-model.js";

const emitters = [emitTypes, emitErrors, emitCodecs];

interface Codecs {
  /** Lossless: the number tokens are those of the runtime that the package imports. */
  parse(text: string): unknown;
  encode(shape: string, value: unknown): string;
  decode(shape: string, value: unknown, path?: string): unknown;
  receive(shape: string, value: unknown, options?: object): unknown;
}

/** A generated package that was compiled: its codecs by the name of the shape. */
class Compiled {
  readonly generated: Generated;
  readonly #folder = new PackageFolder();
  #module: Readonly<Record<string, unknown>> = {};

  constructor(text: string, options: Parameters<typeof generate>[2] = {}) {
    this.generated = generate(text, emitters, options);
  }

  async load(): Promise<Codecs> {
    this.#folder.writeAll(this.generated.files);
    this.#folder.write(
      "src/all.ts",
      'export * from "./codecs.js";\nexport { parseJson } from "@tsmith/runtime/codec";\n',
    );
    this.#module = await this.#folder.load("src/all.js");
    return {
      parse: (text) => this.#call("parseJson", text, { lossless: true }),
      encode: (shape, value) => this.#call(`encode${shape}`, value) as string,
      decode: (shape, value, path = "") => this.#call(`decode${shape}`, value, path),
      receive: (shape, value, options) => this.#call(`receive${shape}`, value, "", options),
    };
  }

  remove(): void {
    this.#folder.remove();
  }

  #call(name: string, ...rest: readonly unknown[]): unknown {
    const called = this.#module[name];
    if (typeof called !== "function") throw new Error(`There is no ${name}`);
    return called(...rest);
  }
}

describe("codecs of a model with every kind of shape", () => {
  const model = new Compiled(readFileSync(new URL("every-kind.smithy", import.meta.url), "utf8"));
  let codecs: Codecs;
  beforeAll(async () => {
    codecs = await model.load();
  });
  afterAll(() => model.remove());

  const tree = { label: "a", children: [{ label: "b" }] };

  it.each<[given: string, shape: string, value: unknown, text: string]>([
    ["members in name order", "Tree", { label: "a", children: [] }, '{"children":[],"label":"a"}'],
    ["no member that the model does not have", "Tree", { label: "a", secret: 1 }, '{"label":"a"}'],
    ["nothing", "Everything", {}, "{}"],
    ["null as absent", "Everything", { string: null, tree: undefined }, "{}"],
    ["escapes", "Everything", { string: 'a"\\\n\u0001\u007fé😀' }, '{"string":"a\\"\\\\\\n\\u0001\u007fé😀"}'],
    ["a lone surrogate", "Everything", { strings: ["\ud800"] }, '{"strings":["\\ud800"]}'],
    ["integers of any size without exponent", "Everything", { long: 9007199254740991 }, '{"long":9007199254740991}'],
    ["bigInteger", "Everything", { bigInteger: 10n ** 30n }, `{"bigInteger":1${"0".repeat(30)}}`],
    ["bigDecimal as it is written", "Everything", { bigDecimal: "1.10" }, '{"bigDecimal":1.10}'],
    ["NaN", "Everything", { double: Number.NaN, float: -Infinity }, '{"double":"NaN","float":"-Infinity"}'],
    ["blobs", "Everything", { blobs: [new Uint8Array([255, 0]), new Uint8Array(0)] }, '{"blobs":["/wA=",""]}'],
    ["epoch seconds", "Everything", { timestamp: new Date(1_398_796_238_123) }, '{"timestamp":1398796238.123}'],
    ["date-time", "Everything", { dateTime: new Date(1_398_796_238_500) }, '{"dateTime":"2014-04-29T18:30:38.5Z"}'],
    [
      "the format of the target",
      "Everything",
      { targetFormat: new Date(0) },
      '{"targetFormat":"1970-01-01T00:00:00Z"}',
    ],
    [
      "http-date",
      "Everything",
      { httpDate: new Date(1_398_796_238_000) },
      '{"httpDate":"Tue, 29 Apr 2014 18:30:38 GMT"}',
    ],
    ["documents", "Everything", { document: { a: [1, null] } }, '{"document":{"a":[1,null]}}'],
    ["sparse lists", "Everything", { sparseStrings: ["a", null] }, '{"sparseStrings":["a",null]}'],
    ["sparse maps", "Everything", { sparseMap: { a: 1, b: null } }, '{"sparseMap":{"a":1,"b":null}}'],
    ["maps in the order of insertion", "Everything", { map: { z: "1", a: "2" } }, '{"map":{"z":"1","a":"2"}}'],
    ["lists of lists", "Everything", { tables: [[[1], []]] }, '{"tables":[[[1],[]]]}'],
    [
      "unions",
      "Everything",
      { choices: [{ text: "a" }, { nothing: {} }] },
      '{"choices":[{"text":"a"},{"nothing":{}}]}',
    ],
    [
      "recursive unions",
      "Choice",
      { nested: { tree } },
      '{"nested":{"tree":{"children":[{"label":"b"}],"label":"a"}}}',
    ],
    ["the member's name, not jsonName", "Everything", { renamed: "a" }, '{"renamed":"a"}'],
    [
      "names that objects inherit",
      "Everything",
      { constructor: "a", toString: "b" },
      '{"constructor":"a","toString":"b"}',
    ],
    ["the members of an error", "Failed", { Message: "m", statusCode_: 3 }, '{"Message":"m","statusCode":3}'],
  ])("encode writes %s", (_, shape, value, text) => {
    expect(codecs.encode(shape, value)).toBe(text);
  });

  it("encode fills defaults of nested members, but not internal and clientOptional ones", () => {
    expect(JSON.parse(codecs.encode("Everything", { defaults: {} }))).toEqual({
      defaults: {
        string: 'a"b',
        boolean: true,
        integer: 7,
        long: 0,
        double: 1.5,
        color: "RED",
        size: 2,
        list: [],
        map: {},
        blob: "aGk=",
        timestamp: 1.5,
        document: true,
        both: "both",
      },
    });
  });

  it("encode fills all defaults of what only servers write but internal ones", () => {
    expect(codecs.encode("OutputOnly", {})).toBe('{"optional":"optional"}');
    expect(codecs.encode("OutputOnly", { hidden: "a", optional: "b" })).toBe('{"hidden":"a","optional":"b"}');
    expect(codecs.receive("OutputOnly", {})).toEqual({ hidden: "hidden" });
  });

  it.each<[given: string, shape: string, value: unknown, message: string]>([
    [
      "a fraction for an integer",
      "Everything",
      { integer: 1.5 },
      "Everything.integer: the number is not a whole number between -(2^53 - 1) and 2^53 - 1",
    ],
    [
      "an unsafe integer",
      "Everything",
      { long: 2 ** 53 },
      "Everything.long: the number is not a whole number between -(2^53 - 1) and 2^53 - 1",
    ],
    [
      "a string for a number",
      "Everything",
      { integer: "1" },
      "Everything.integer: expected a number, but got a string",
    ],
    ["a required member without a value", "Tree", {}, "Tree.label: expected a string, but got nothing"],
    [
      "null in a list",
      "Everything",
      { strings: ["a", null] },
      "Everything.strings: expected a string in the list, but got null",
    ],
    ["an invalid date", "Everything", { timestamp: new Date(Number.NaN) }, "Everything.timestamp: the Date is invalid"],
    [
      "a bigDecimal that is no number",
      "Everything",
      { bigDecimal: "1,5" },
      "Everything.bigDecimal: the text is not a JSON number",
    ],
    ["a union without a member", "Choice", {}, "Choice: the union has no member that the model knows"],
    [
      "a union with two members",
      "Choice",
      { text: "a", number: 1 },
      "Choice: expected a union with one member, but found several",
    ],
  ])("encode refuses %s", (_, shape, value, message) => {
    expect(() => codecs.encode(shape, value)).toThrow(message);
  });

  it.each<[given: string, text: string, value: unknown]>([
    ["members of the model only", '{"string":"a","other":1}', { string: "a" }],
    ["null as absent", '{"string":null}', {}],
    ["null in a sparse list", '{"sparseStrings":[null,"a"]}', { sparseStrings: [null, "a"] }],
    [
      "date-times with an offset",
      '{"dateTime":"2014-04-29T20:30:38.25+02:00"}',
      { dateTime: new Date(1_398_796_238_250) },
    ],
    ["http-dates", '{"httpDate":"Tue, 29 Apr 2014 18:30:38.5 GMT"}', { httpDate: new Date(1_398_796_238_500) }],
    ["a double as a string", '{"double":"-Infinity"}', { double: -Infinity }],
    ["1.0 and 1e2 as integers", '{"integer":1.0,"long":1e2}', { integer: 1, long: 100 }],
    ["unions beside null and __type", '{"choice":{"__type":"x","text":"a","number":null}}', { choice: { text: "a" } }],
    ["an enum value that is unknown, for the validator", '{"color":"BLUE"}', { color: "BLUE" }],
    ["the last of members with one name", '{"string":"a","string":"b"}', { string: "b" }],
  ])("decode reads %s", (_, text, value) => {
    expect(codecs.decode("Everything", JSON.parse(text))).toEqual(value);
  });

  it("decode fills defaults, clientOptional ones included", () => {
    expect(codecs.decode("Defaults", { string: null })).toEqual({
      string: 'a"b',
      boolean: true,
      integer: 7,
      long: 0,
      double: 1.5,
      color: "RED",
      size: 2,
      list: [],
      map: {},
      blob: new Uint8Array([104, 105]),
      timestamp: new Date(1500),
      document: true,
      hidden: "hidden",
      optional: "optional",
      both: "both",
    });
  });

  it.each<[given: string, value: unknown, path: string, problem: string]>([
    ["no object", [], "", "expected an object, but found a list"],
    ["null instead of an object", null, "", "expected an object, but found null"],
    ["a number for a string", { string: 1 }, "/string", "expected a string, but found a number"],
    ["a string for a list", { strings: "a" }, "/strings", "expected a list, but found a string"],
    ["null in a list", { strings: ["a", null] }, "/strings/1", "expected a string, but found null"],
    ["null in a list of structures", { choices: [null] }, "/choices/0", "expected an object, but found null"],
    [
      "a wrong type below a secret key",
      { secrets: { hush: "x" } },
      "/secrets/*",
      "expected an integer, but found a string",
    ],
    ["null in a map", { map: { "a/b~": null } }, "/map/a~1b~0", "expected a string, but found null"],
    [
      "a wrong type far below",
      { tree: { label: "a", children: [{ label: "b", children: [{ label: 1 }] }] } },
      "/tree/children/0/children/0/label",
      "expected a string, but found a number",
    ],
    ["a byte out of range", { byte: 128 }, "/byte", "expected a byte: an integer between -128 and 127"],
    ["a fraction", { integer: 1.5 }, "/integer", "expected an integer: an integer between -2147483648 and 2147483647"],
    ["an unsafe long", { long: 2 ** 53 }, "/long", "expected an integer between -(2^53 - 1) and 2^53 - 1"],
    ["a double beyond doubles", { double: Infinity }, "/double", "expected a number within the range of a double"],
    ["a float beyond floats", { float: 1e300 }, "/float", "expected a number within the range of a float"],
    ["broken base64", { blob: "a" }, "/blob", "the string is not base64 with padding"],
    [
      "a date that does not exist",
      { dateTime: "2014-02-30T00:00:00Z" },
      "/dateTime",
      "expected a date and time as RFC 3339 writes it: 2014-04-29T18:30:38Z",
    ],
    [
      "a timestamp as a string",
      { timestamp: "1" },
      "/timestamp",
      "expected a number of seconds since 1970, but found a string",
    ],
    [
      "a union with two members",
      { choice: { text: "a", number: 1 } },
      "/choice",
      "expected a union with one member, but found several",
    ],
    [
      "a union without members",
      { choice: { text: null } },
      "/choice",
      "expected a union with one member, but found none",
    ],
    [
      "a union member that is unknown",
      { choice: { other: 1 } },
      "/choice",
      "the union has a member that the model does not know",
    ],
  ])("decode refuses %s", (_, value, path, problem) => {
    expect(() => codecs.decode("Everything", value)).toThrow(
      expect.objectContaining({ name: "DecodeError", path, problem }),
    );
  });

  it("decode never reaches a prototype", () => {
    const value = codecs.decode("Everything", JSON.parse('{"__proto__":"own","map":{"__proto__":"in"}}')) as Record<
      string,
      object
    >;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(value["map"] ?? {})).toEqual([["__proto__", "in"]]);
    expect(Object.getOwnPropertyDescriptor(value, "__proto__")?.value).toBe("own");
    expect(codecs.decode("Everything", JSON.parse('{"string":"a"}'))).toEqual({ string: "a" });
  });

  it.each<[given: string, shape: string, value: unknown, result: unknown]>([
    ["enum values that are unknown", "Everything", { color: "BLUE", size: 9 }, { color: "BLUE", size: 9 }],
    [
      "union members that are unknown",
      "Everything",
      { choice: { other: [1] } },
      { choice: { $unknown: ["other", [1]] } },
    ],
    ["lists with null, without it", "Everything", { strings: ["a", null, "b"] }, { strings: ["a", "b"] }],
    ["maps with null, without it", "Everything", { map: { a: "1", b: null } }, { map: { a: "1" } }],
    ["a missing required member as empty", "Tree", { children: [{}] }, { label: "", children: [{ label: "" }] }],
  ])("receive keeps or mends %s", (_, shape, value, result) => {
    expect(codecs.receive(shape, value)).toEqual(result);
  });

  it("receive refuses what it could only correct without end", () => {
    expect(() => codecs.receive("OutputOnly", { endless: { again: {} } })).toThrow(
      expect.objectContaining({ name: "DecodeError", path: "/endless/again/again" }),
    );
  });

  it("receive names no key that is secret", () => {
    expect(() => codecs.receive("Everything", { secrets: { hush: "x", other: null } })).toThrow(
      expect.objectContaining({ name: "DecodeError", path: "/secrets/*" }),
    );
  });

  it.each(["1.10", "0.00", "-1e400", "100", "0.1000000000000000055511151231257827"])(
    "bigDecimal keeps the precision of %s, which other numbers beside it do not need",
    (text) => {
      const body = codecs.parse(`{"bigDecimal":${text},"integer":1.0,"long":2.00,"double":1.50,"timestamp":1.0}`);
      const value = { bigDecimal: text, integer: 1, long: 2, double: 1.5, timestamp: new Date(1000) };
      expect(codecs.decode("Everything", body)).toEqual(value);
      expect(codecs.receive("Everything", body)).toEqual(value);
    },
  );

  it("decode refuses a fraction that a double would lose", () => {
    const body = codecs.parse('{"long":1.00000000000000000001}');
    expect(() => codecs.decode("Everything", body)).toThrow("/long");
  });

  it("receive makes an error of its class, with what is known of the answer", () => {
    const error = codecs.receive("Failed", { message: "m", statusCode: 3, color: "BLUE" }, { requestId: "r-1" });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "Failed", Message: "m", statusCode: 409, statusCode_: 3, requestId: "r-1" });
  });

  it("what is encoded is decoded and received again", () => {
    const shape = model.generated.model.shapes.get("example.codecs#Everything");
    if (shape?.kind !== "structure") throw new Error("no such structure");
    const members = new Map([...shape.members].filter(([name]) => name !== "defaults"));
    fc.assert(
      fc.property(valuesOf(model.generated.model, { ...shape, members }), (value) => {
        const text = codecs.encode("Everything", value);
        expect(codecs.decode("Everything", codecs.parse(text))).toEqual(value);
        expect(codecs.receive("Everything", codecs.parse(text))).toEqual(value);
      }),
    );
  });
});

describe("codecs with bigint longs", () => {
  const model = new Compiled(readFileSync(new URL("every-kind.smithy", import.meta.url), "utf8"), { long: "bigint" });
  let codecs: Codecs;
  beforeAll(async () => {
    codecs = await model.load();
  });
  afterAll(() => model.remove());

  it.each([0n, -1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)])("%s stays exact", (long) => {
    const text = codecs.encode("Everything", { long });
    expect(text).toBe(`{"long":${long}}`);
    expect(codecs.decode("Everything", codecs.parse(text))).toEqual({ long });
  });

  it("refuses 65 bits", () => {
    const value = codecs.parse('{"long":9223372036854775808}');
    expect(() => codecs.decode("Everything", value)).toThrow(
      "Invalid value at '/long': expected an integer of 64 bits",
    );
  });
});

describe.each([1, 2, 3])("codecs of random model %i", (seed) => {
  const model = new Compiled(randomModel(seed, 25));
  let codecs: Codecs;
  beforeAll(async () => {
    codecs = await model.load();
  });
  afterAll(() => model.remove());

  it("what is encoded is decoded and received again", () => {
    const index = serviceIndex(model.generated.model, model.generated.service);
    for (const { input } of index.operations) {
      const name = index.nameOf(input.id);
      fc.assert(
        fc.property(valuesOf(model.generated.model, input, 5), (value) => {
          const text = codecs.encode(name, value);
          expect(codecs.decode(name, codecs.parse(text))).toEqual(value);
          expect(codecs.receive(name, codecs.parse(text))).toEqual(value);
        }),
        { numRuns: 12 },
      );
    }
  });
});

describe("codecs for other consumers and of streams", () => {
  const withStreams = `$version: "2.0"
namespace example.streams
use aws.protocols#awsJson1_1
@awsJson1_1
service Streams { version: "1", operations: [Copy] }
operation Copy { input := { @required body: Bytes, name: String }, output := { @required events: Events } }
@streaming blob Bytes
@streaming union Events { start: Start }
structure Start { id: String }
`;

  it.each<[given: string, text: string, options: Parameters<typeof generate>[2]]>([
    ["any client", readFileSync(new URL("every-kind.smithy", import.meta.url), "utf8"), { optionality: "client" }],
    ["streams", withStreams, {}],
  ])("compile: %s", (_, text, options) => {
    const folder = new PackageFolder();
    folder.writeAll(generate(text, emitters, options).files);
    const messages = folder.check("TypeScript 7");
    folder.remove();
    expect(messages).toBe("");
  });

  it.each([
    ["awsJson1_1", "emit/stream-in-json", ["CopyInput$body"]],
    ["awsQuery", "emit/stream-in-query", ["CopyInput$body", "CopyOutput$events"]],
    ["ec2Query", "emit/stream-in-query", ["CopyInput$body", "CopyOutput$events"]],
  ])("warn of streams that %s cannot carry", (protocol, code, shapes) => {
    const model = withStreams.replaceAll("awsJson1_1", protocol);
    expect(generate(model, emitters).diagnostics).toEqual(
      shapes.map((name) => expect.objectContaining({ code, severity: "WARNING", shape: `example.streams#${name}` })),
    );
  });
});
