import { describe, expect, it } from "vitest";
import {
  decodeCbor,
  encodeCbor,
  readAny,
  readBigInteger,
  readBigLong,
  readBlob,
  readBoolean,
  readByte,
  readDecimal,
  readDouble,
  readFloat,
  readInteger,
  readList,
  readLong,
  readMap,
  readText,
  readTimestamp,
  receiveInteger,
  receiveList,
  receiveMap,
  receiveTimestamp,
  skipItem,
  writeBigInteger,
  writeBigLong,
  writeBlob,
  writeBoolean,
  writeDecimal,
  writeDocument,
  writeDouble,
  writeInteger,
  writeList,
  writeMap,
  writeSparseList,
  writeText,
  writeTimestamp,
  type CborReader,
  type CborWriter,
} from "./index.js";

const bytesOf = (hexadecimal: string): Uint8Array => new Uint8Array(Buffer.from(hexadecimal, "hex"));
const hexadecimalOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** RFC 8949, appendix A, without the values that no shape has. */
const examples: readonly [hexadecimal: string, value: unknown][] = [
  ["00", 0],
  ["01", 1],
  ["0a", 10],
  ["17", 23],
  ["1818", 24],
  ["1864", 100],
  ["1903e8", 1000],
  ["1a000f4240", 1_000_000],
  ["1b000000e8d4a51000", 1_000_000_000_000],
  ["1bffffffffffffffff", 18446744073709551615n],
  ["c249010000000000000000", 18446744073709551616n],
  ["3bffffffffffffffff", -18446744073709551616n],
  ["c349010000000000000000", -18446744073709551617n],
  ["20", -1],
  ["29", -10],
  ["3863", -100],
  ["3903e7", -1000],
  ["f90000", 0],
  ["f98000", -0],
  ["f93c00", 1],
  ["fb3ff199999999999a", 1.1],
  ["f93e00", 1.5],
  ["f97bff", 65504],
  ["fa47c35000", 100_000],
  ["fa7f7fffff", 3.4028234663852886e38],
  ["fb7e37e43c8800759c", 1e300],
  ["f90001", 5.960464477539063e-8],
  ["f90400", 0.00006103515625],
  ["f9c400", -4],
  ["fbc010666666666666", -4.1],
  ["f97c00", Infinity],
  ["f97e00", Number.NaN],
  ["f9fc00", -Infinity],
  ["fa7f800000", Infinity],
  ["fa7fc00000", Number.NaN],
  ["faff800000", -Infinity],
  ["fb7ff0000000000000", Infinity],
  ["fb7ff8000000000000", Number.NaN],
  ["fbfff0000000000000", -Infinity],
  ["f4", false],
  ["f5", true],
  ["f6", null],
  ["f7", null],
  ["c11a514b67b0", new Date(1_363_896_240_000)],
  ["c1fb41d452d9ec200000", new Date(1_363_896_240_500)],
  ["d74401020304", new Uint8Array([1, 2, 3, 4])],
  ["d82076687474703a2f2f7777772e6578616d706c652e636f6d", "http://www.example.com"],
  ["40", new Uint8Array(0)],
  ["4401020304", new Uint8Array([1, 2, 3, 4])],
  ["60", ""],
  ["6161", "a"],
  ["6449455446", "IETF"],
  ["62225c", '"\\'],
  ["62c3bc", "ü"],
  ["63e6b0b4", "水"],
  ["64f0908591", "\u{10151}"],
  ["80", []],
  ["83010203", [1, 2, 3]],
  ["8301820203820405", [1, [2, 3], [4, 5]]],
  ["98190102030405060708090a0b0c0d0e0f101112131415161718181819", Array.from({ length: 25 }, (_, index) => index + 1)],
  ["a0", {}],
  ["a26161016162820203", { a: 1, b: [2, 3] }],
  ["826161a161626163", ["a", { b: "c" }]],
  ["5f42010243030405ff", new Uint8Array([1, 2, 3, 4, 5])],
  ["7f657374726561646d696e67ff", "streaming"],
  ["9fff", []],
  ["9f018202039f0405ffff", [1, [2, 3], [4, 5]]],
  ["83018202039f0405ff", [1, [2, 3], [4, 5]]],
  ["bf61610161629f0203ffff", { a: 1, b: [2, 3] }],
  ["bf6346756ef563416d7421ff", { Fun: true, Amt: -2 }],
];

describe("the examples of RFC 8949", () => {
  it.each(examples)("%s is read and skipped", (hexadecimal, value) => {
    expect(decodeCbor(bytesOf(hexadecimal), readAny)).toEqual(value);
    expect(() => decodeCbor(bytesOf(hexadecimal), skipItem)).not.toThrow();
  });

  it.each(examples)("%s without its last byte is refused", (hexadecimal) => {
    const cut = bytesOf(hexadecimal.slice(0, -2));
    expect(() => decodeCbor(cut, readAny)).toThrow("the CBOR data");
    expect(() => decodeCbor(cut, skipItem)).toThrow("the CBOR data");
  });
});

describe("what is not well-formed", () => {
  it.each([
    ["reserved additional information", "1c"],
    ["the same in a list", "811d"],
    ["a tag without content", "c1"],
    ["an integer of indefinite length", "1f"],
    ["a break at the top", "ff"],
    ["a break in a definite list", "8201ff"],
    ["a break behind a key", "bf6161ff"],
    ["a break as content of a tag", "9fc1ff"],
    ["a chunk of another type", "5f6161ff"],
    ["a chunk of indefinite length", "5f5f4100ffff"],
    ["a simple value in a long form", "f818"],
    ["a list that promises more than there is", "9bffffffffffffffff00"],
    ["a text that promises more than there is", "7bffffffffffffffff00"],
    ["bytes behind the item", "0000"],
    ["text that is not UTF-8", "61ff"],
    ["half of a character", "61c3"],
    ["UTF-8 of a surrogate", "63eda080"],
    ["a long text that is not UTF-8", `78${"20"}${"61".repeat(31)}ff`],
  ])("%s", (_, hexadecimal) => {
    expect(() => decodeCbor(bytesOf(hexadecimal), readAny)).toThrow(expect.objectContaining({ name: "DecodeError" }));
    expect(() => decodeCbor(bytesOf(hexadecimal), skipItem)).toThrow(expect.objectContaining({ name: "DecodeError" }));
  });

  it("nests without end", () => {
    const lists = new Uint8Array(100_000).fill(0x81);
    const tags = new Uint8Array(100_000).fill(0xd8);
    expect(() => decodeCbor(lists, readAny)).toThrow("lists, maps and tags nest more than 256 deep");
    expect(() => decodeCbor(tags, readAny)).toThrow("lists, maps and tags nest more than 256 deep");
    expect(() => decodeCbor(lists, skipItem)).toThrow("the CBOR data ends before it is complete");
  });
});

type Read = (reader: CborReader) => unknown;

describe("values of shapes", () => {
  it.each<[name: string, hexadecimal: string, read: Read, value: unknown]>([
    ["a byte", "387f", readByte, -128],
    ["an integer in a long form", "1b0000000000000001", readInteger, 1],
    ["the largest long", "1b001fffffffffffff", readLong, Number.MAX_SAFE_INTEGER],
    ["a long as bigint", "3b7fffffffffffffff", readBigLong, -(2n ** 63n)],
    ["a float as integer, by a client", "f93c00", receiveInteger, 1],
    ["an integer as double", "190100", readDouble, 256],
    ["a bigInteger in an integer's form", "3bffffffffffffffff", readBigInteger, -(2n ** 64n)],
    ["a bigInteger of no bytes", "c240", readBigInteger, 0n],
    ["a decimal", "c48221196ab3", readDecimal, "273.15"],
    ["a decimal below one", "c4822019ffff", readDecimal, "6553.5"],
    ["a small negative decimal", "c4822224", readDecimal, "-0.005"],
    ["a decimal with a long way to its digits", "c482390fff01", readDecimal, "1e-4096"],
    ["a decimal with an exponent", "c4820518ff", readDecimal, "255e5"],
    ["a decimal of indefinite length", "c49f2001ff", readDecimal, "0.1"],
    ["a decimal as integer", "1903e8", readDecimal, "1000"],
    ["a decimal as double", "fb3ff199999999999a", readDecimal, "1.1"],
    ["a timestamp as half precision", "c1f93e00", readTimestamp, new Date(1500)],
    ["a timestamp without tag, by a client", "1903e8", receiveTimestamp, new Date(1_000_000)],
    ["nulls in a client's list", "83f601f7", (reader) => receiveList(reader, readInteger), [1]],
    ["nulls in a client's map", "a26161f6616201", (reader) => receiveMap(reader, readInteger), { b: 1 }],
  ])("%s is read", (_, hexadecimal, read, value) => {
    expect(decodeCbor(bytesOf(hexadecimal), read)).toEqual(value);
  });

  it.each<[name: string, hexadecimal: string, read: Read, message: string]>([
    ["a byte out of range", "1880", readByte, "Invalid body: expected a byte: an integer between -128 and 127"],
    ["text for an integer", "6131", readInteger, "Invalid body: expected an integer, but found a text string"],
    ["a float for an integer", "f93c00", readInteger, "Invalid body: expected an integer, but found a float"],
    ["an unsafe long", "1b0020000000000000", readLong, "expected an integer between -(2^53 - 1) and 2^53 - 1"],
    ["65 bits", "1b8000000000000000", readBigLong, "expected an integer of 64 bits"],
    ["a fraction, by a client", "f93e00", receiveInteger, "expected an integer between -(2^53 - 1) and 2^53 - 1"],
    ["a float beyond floats", "fb7e37e43c8800759c", readFloat, "expected a number within the range of a float"],
    ["a huge bignum", `c2590800${"ff".repeat(2048)}`, readBigInteger, "expected an integer of at most 4,096 digits"],
    ["a decimal of three", "c483000102", readDecimal, "expected a decimal fraction with an exponent and a mantissa"],
    ["an infinite decimal", "f97c00", readDecimal, "expected a number that is finite"],
    ["a number for a boolean", "01", readBoolean, "expected a boolean, but found an integer"],
    ["text for bytes", "6161", readBlob, "expected a byte string, but found a text string"],
    ["a timestamp without tag", "01", readTimestamp, "expected a timestamp, which has tag 1, but found an integer"],
    ["a date beyond all dates", "c1fb7e37e43c8800759c", readTimestamp, "the number of seconds is beyond every date"],
    [
      "null in a list",
      "8201f6",
      (reader) => readList(reader, readInteger),
      "Invalid value at '/1': expected an integer",
    ],
    ["null in a map", "a1612ff6", (reader) => readMap(reader, readText), "Invalid value at '/~1': expected a text"],
    ["below a secret key", "a16161f6", (reader) => readMap(reader, readText, "*"), "Invalid value at '/*': expected"],
    ["a key that is no text", "a10101", (reader) => readMap(reader, readInteger), "expected a text string, but found"],
  ])("%s is refused", (_, hexadecimal, read, message) => {
    expect(() => decodeCbor(bytesOf(hexadecimal), read)).toThrow(message);
  });

  it.each<[name: string, write: (writer: CborWriter) => void, hexadecimal: string]>([
    ["zero", (writer) => writeInteger(writer, -0, ""), "00"],
    ["a large integer", (writer) => writeInteger(writer, -(2 ** 53) + 1, ""), "3b001ffffffffffffe"],
    ["four bytes", (writer) => writeInteger(writer, 0xffff_ffff, ""), "1affffffff"],
    ["a long as bigint", (writer) => writeBigLong(writer, -(2n ** 63n), ""), "3b7fffffffffffffff"],
    ["a bignum", (writer) => writeBigInteger(writer, 2n ** 64n, ""), "c249010000000000000000"],
    ["a negative bignum", (writer) => writeBigInteger(writer, -1n, ""), "c340"],
    ["single precision", (writer) => writeDouble(writer, 1.5, ""), "fa3fc00000"],
    ["double precision", (writer) => writeDouble(writer, 1.1, ""), "fb3ff199999999999a"],
    ["minus zero", (writer) => writeDouble(writer, -0, ""), "fa80000000"],
    ["NaN", (writer) => writeDouble(writer, Number.NaN, ""), "fa7fc00000"],
    ["a decimal", (writer) => writeDecimal(writer, "273.15", ""), "c48221196ab3"],
    ["a decimal with its zeros", (writer) => writeDecimal(writer, "1.10", ""), "c48221186e"],
    ["a decimal with an exponent", (writer) => writeDecimal(writer, "-1.5E+3", ""), "c482022e"],
    ["whole seconds", (writer) => writeTimestamp(writer, new Date(-1000), ""), "c120"],
    ["a fraction of seconds", (writer) => writeTimestamp(writer, new Date(1500), ""), "c1fa3fc00000"],
    ["text", (writer) => writeText(writer, "aü水", ""), "6661c3bce6b0b4"],
    ["text whose head grows", (writer) => writeText(writer, "ü".repeat(23), ""), `782e${"c3bc".repeat(23)}`],
    ["long text", (writer) => writeText(writer, "a".repeat(300), ""), `79012c${"61".repeat(300)}`],
    ["bytes", (writer) => writeBlob(writer, new Uint8Array([1, 2]), ""), "420102"],
    ["booleans", (writer) => writeList(writer, [true, false], "", writeBoolean), "82f5f4"],
    ["a sparse list", (writer) => writeSparseList(writer, ["a", null], "", writeText), "826161f6"],
    [
      "a map without what is undefined",
      (writer) => writeMap<number | undefined>(writer, { z: 1, a: undefined }, "", writeInteger as never),
      "a1617a01",
    ],
    [
      "a document",
      (writer) => writeDocument(writer, { a: [1, 1.5, null, "b", true] }, ""),
      "a161618501fa3fc00000f66162f5",
    ],
  ])("%s is written", (_, write, hexadecimal) => {
    expect(hexadecimalOf(encodeCbor(undefined, write))).toBe(hexadecimal);
  });

  it.each<[name: string, write: (writer: CborWriter) => void, message: string]>([
    ["a fraction", (writer) => writeInteger(writer, 1.5, "A.b"), "A.b: the number is not a whole number"],
    ["a string for a number", (writer) => writeDouble(writer, "1" as never, "A.b"), "A.b: expected a number, but got"],
    ["half of a surrogate pair", (writer) => writeText(writer, "\ud800", "A.b"), "A.b: the string has half of a"],
    ["the same in a long text", (writer) => writeText(writer, "\ud800".repeat(99), "A.b"), "A.b: the string has half"],
    ["an invalid date", (writer) => writeTimestamp(writer, new Date(Number.NaN), "A.b"), "A.b: the Date is invalid"],
    ["no number", (writer) => writeDecimal(writer, "1,5", "A.b"), "A.b: the text is not a JSON number"],
    ["65 bits", (writer) => writeBigLong(writer, 2n ** 63n, "A.b"), "A.b: the integer has more than 64 bits"],
    ["null in a list", (writer) => writeList(writer, [null as never], "A.b", writeText), "A.b: expected a string"],
  ])("%s is not written", (_, write, message) => {
    expect(() => encodeCbor(undefined, write)).toThrow(message);
  });

  it("messages of any size are written, also inside of each other", () => {
    const text = "x".repeat(3_000_000);
    const inner = (): Uint8Array => encodeCbor("inner", (writer, value) => writeText(writer, value, ""));
    const outer = encodeCbor([text, text], (writer, value) =>
      writeList(writer, value, "", (_, item) => {
        expect(hexadecimalOf(inner())).toBe("65696e6e6572");
        writeText(writer, item, "");
      }),
    );
    expect(decodeCbor(outer, (reader) => readList(reader, readText))).toEqual([text, text]);
  });
});
