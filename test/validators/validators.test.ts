import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { emitValidators } from "../../codegen/src/emitters/validators/emit-validators.js";
import type { ParseResult, StandardSchemaV1 } from "../../runtime/src/validate/index.js";
import { generate, PackageFolder } from "../support/generated-package.js";

const model = `$version: "2.0"
namespace example
service Library { version: "1", operations: [Put] }
operation Put { input: Everything }
structure Everything {
  @length(min: 2, max: 4) text: String
  @length(min: 1) nonEmpty: String
  @length(max: 2) bytes: Blob
  byte: Byte
  @range(min: 5) short: Short
  integer: Integer
  @range(max: 9007199254740990) long: Long
  @range(min: 0.5, max: 1.5) double: Double
  @range(min: 10, max: 123456789012345678901234567890) big: BigInteger
  @range(min: 0.1, max: 1e3) decimal: BigDecimal
  flag: Boolean
  when: Timestamp
  any: Document
  @length(max: 1) few: Names
  names: Names
  sparse: Sparse
  byName: ByName
  tags: Tags
  times: Times
  blobs: Blobs
  level: Level
  item: Item
  secrets: Secrets
}
list Names { member: Name }
@pattern("^[a-z]+$")
string Name
@sparse
list Sparse { member: Integer }
@length(max: 2)
map ByName { key: Name, value: Item }
@uniqueItems
list Tags { member: Item }
@uniqueItems
list Times { member: Timestamp }
@uniqueItems
list Blobs { member: Blob }
intEnum Level {
  LOW = 1
  HIGH = 2
}
structure Item { @required id: Integer, parts: Parts }
map Parts { key: String, value: String }
@sensitive
string Secret
map Secrets { key: Secret, value: Integer }
`;

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

/** What is valid, by name. */
const valid: readonly (readonly [name: string, value: object])[] = [
  ["nothing", {}],
  ["explicit undefined", { text: undefined, item: undefined }],
  ["the shortest and longest text", { text: "ab", nonEmpty: "x" }],
  ["a text by scalar values", { text: "👍👍👍👍" }],
  ["halves of surrogate pairs", { text: "\ud83d\ud83d\ude00\ude00" }],
  ["blobs", { bytes: bytes(1, 2) }],
  ["the ends of integers", { byte: -128, short: 32767, integer: 2147483647, long: -9007199254740991 }],
  ["big numbers", { big: 123456789012345678901234567890n, decimal: "1000.000" }],
  ["a double", { double: 1.5, flag: false, when: new Date(0) }],
  ["documents", { any: { a: [1, "x", null, { b: true }] } }],
  ["sparse lists", { sparse: [1, null] }],
  ["maps", { byName: { a: { id: 1 }, b: { id: 2 } } }],
  ["different items", { tags: [{ id: 1 }, { id: 1, parts: {} }, { id: 1, parts: { a: "1" } }] }],
  ["different instants and bytes", { times: [new Date(1), new Date(2)], blobs: [bytes(1), bytes(2), bytes()] }],
];

/** What is not, with the path and the constraint of each failure. */
const invalid: readonly (readonly [name: string, value: unknown, failures: readonly string[]])[] = [
  ["no object", 5, [" type"]],
  ["null", null, [" required"]],
  ["a list", [], [" type"]],
  ["texts", { text: "a", nonEmpty: "" }, ["/text length", "/nonEmpty length"]],
  ["a text by scalar values", { text: "👍👍👍👍👍" }, ["/text length"]],
  ["a null member", { text: null }, ["/text required"]],
  ["blobs", { bytes: bytes(1, 2, 3) }, ["/bytes length"]],
  ["fractions", { byte: 1.5, integer: NaN }, ["/byte type", "/integer type"]],
  ["integers", { byte: 128, short: 4, integer: -2147483649 }, ["/byte range", "/short range", "/integer range"]],
  ["longs", { long: 2 ** 53 }, ["/long unsafe-integer"]],
  ["a long in range of its type", { long: 2 ** 53 - 1 }, ["/long range"]],
  ["NaN", { double: NaN }, ["/double range"]],
  ["big numbers", { big: 9n, decimal: "0.09999999999999999999" }, ["/big range", "/decimal range"]],
  ["no decimal", { decimal: "1,5" }, ["/decimal type"]],
  ["dates", { when: new Date(Number.NaN) }, ["/when type"]],
  ["documents", { any: () => 1 }, ["/any type"]],
  ["the constraints of a member win", { few: ["a", "b"], names: ["a", "b"] }, ["/few length"]],
  ["items", { names: ["a", "B", null, 4] }, ["/names/1 pattern", "/names/2 required", "/names/3 type"]],
  ["holes", { names: Object.assign([], { 1: "a" }) }, ["/names/0 required"]],
  [
    "keys and values",
    { byName: { A: { id: 1 }, "b/~c": {} } },
    ["/byName pattern", "/byName pattern", "/byName/b~1~0c/id required"],
  ],
  [
    "equal items",
    {
      tags: [
        { id: 1, parts: { a: "1", b: "2" } },
        { id: 1, parts: { b: "2", a: "1" }, other: 3 },
      ],
    },
    ["/tags uniqueItems"],
  ],
  ["equal instants", { times: [new Date(1), new Date(1)] }, ["/times uniqueItems"]],
  ["equal bytes", { blobs: [bytes(1, 2), bytes(1, 2)] }, ["/blobs uniqueItems"]],
  ["enums", { level: 3 }, ["/level enum"]],
  ["sensitive keys", { secrets: { password: "x" } }, ["/secrets/* type"]],
];

describe("validators", () => {
  const folder = new PackageFolder();
  let is: (value: unknown) => boolean;
  let parse: (value: unknown) => ParseResult<object>;
  let schema: StandardSchemaV1<unknown, object>;

  beforeAll(async () => {
    folder.writeAll(generate(model, [emitTypes, emitErrors, emitValidators]).files);
    const validators = await folder.load("src/validators.js");
    is = validators["isEverything"] as typeof is;
    parse = validators["parseEverything"] as typeof parse;
    schema = validators["EverythingSchema"] as typeof schema;
  });
  afterAll(() => folder.remove());

  it.each(valid)("accept %s", (_, value) => {
    expect(is(value)).toBe(true);
    const result = parse(value);
    expect(result.ok && result.value).toBe(value);
  });

  it.each(invalid)("refuse %s", (_, value, expected) => {
    const result = parse(value);
    const failures = result.ok ? [] : result.failures.map(({ path, constraint }) => `${path} ${constraint}`);
    expect(failures).toEqual(expected);
    expect(is(value)).toBe(false);
  });

  it("drop what the model does not know, and copy only what changes", () => {
    const kept = { id: 1 };
    const value = { text: "ab", extra: 1, tags: [kept, { id: 2, extra: 1 }], byName: { a: kept } };
    expect(is(value)).toBe(true);
    const result = parse(value);
    expect(result).toEqual({ ok: true, value: { text: "ab", tags: [{ id: 1 }, { id: 2 }], byName: { a: { id: 1 } } } });
    const dropped = result.ok ? (result.value as typeof value) : undefined;
    expect(dropped?.tags[0]).toBe(kept);
    expect(dropped?.byName).toBe(value.byName);
    expect(value.tags[1]).toEqual({ id: 2, extra: 1 });
  });

  it("follow Standard Schema", () => {
    const { validate, vendor, version } = schema["~standard"];
    expect({ vendor, version }).toEqual({ vendor: "tsmith", version: 1 });
    expect(validate({ flag: true })).toEqual({ value: { flag: true } });
    expect(validate({ byName: { "a/b": {} } }).issues?.at(-1)).toEqual({
      message: "Value at '/byName/a~1b/id' failed to satisfy constraint: Member must not be null",
      path: ["byName", "a/b", "id"],
    });
  });
});
