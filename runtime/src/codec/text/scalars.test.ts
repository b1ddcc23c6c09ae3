import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeTextBigInteger,
  decodeTextBigLong,
  decodeTextBlob,
  decodeTextBoolean,
  decodeTextByte,
  decodeTextDecimal,
  decodeTextDouble,
  decodeTextEpochSeconds,
  decodeTextFloat,
  decodeTextInteger,
  decodeTextLong,
  decodeTextShort,
  encodeTextBlob,
  encodeTextDateTime,
  encodeTextDouble,
  encodeTextHttpDate,
  type DecodeText,
} from "./scalars.js";

describe("reading scalars from text", () => {
  it.each<[decode: DecodeText<unknown>, text: string, value: unknown]>([
    [decodeTextBoolean, "true", true],
    [decodeTextBoolean, "false", false],
    [decodeTextByte, "-128", -128],
    [decodeTextShort, "007", 7],
    [decodeTextInteger, "-0", 0],
    [decodeTextLong, "9007199254740991", Number.MAX_SAFE_INTEGER],
    [decodeTextBigLong, "9223372036854775807", 9223372036854775807n],
    [decodeTextBigInteger, "1e3", 1000n],
    [decodeTextDecimal, "1.10", "1.10"],
    [decodeTextDouble, "1E-7", 1e-7],
    [decodeTextDouble, "-Infinity", -Infinity],
    [decodeTextFloat, "NaN", Number.NaN],
    [decodeTextBlob, "", new Uint8Array(0)],
    [decodeTextEpochSeconds, "1398796238.5", new Date("2014-04-29T18:30:38.5Z")],
  ])("%o %s", (decode, text, value) => {
    expect(decode(text, "/a")).toEqual(value);
  });

  it.each<[decode: DecodeText<unknown>, text: string]>([
    [decodeTextBoolean, "True"],
    [decodeTextBoolean, "1"],
    [decodeTextByte, "128"],
    [decodeTextShort, "1.0"],
    [decodeTextInteger, ""],
    [decodeTextInteger, "0x10"],
    [decodeTextInteger, "NaN"],
    [decodeTextLong, "9007199254740993"],
    [decodeTextBigLong, "9223372036854775808"],
    [decodeTextBigInteger, "1e9999"],
    [decodeTextDecimal, "."],
    [decodeTextDouble, "1e999"],
    [decodeTextDouble, "-infinity"],
    [decodeTextFloat, "1e39"],
    [decodeTextBlob, "YQ"],
    [decodeTextEpochSeconds, "1e30"],
    [decodeTextEpochSeconds, "2014-04-29T18:30:38Z"],
  ])("%o refuses %j without showing it", (decode, text) => {
    expect(() => decode(text, "/a")).toThrow(/^Invalid value at '\/a': (?:expected|the) /);
  });
});

describe("writing scalars as text", () => {
  const date = new Date("2014-04-29T18:30:38.5Z");

  it.each([
    [encodeTextDateTime(date, "A.b"), "2014-04-29T18:30:38.5Z"],
    [encodeTextHttpDate(date, "A.b"), "Tue, 29 Apr 2014 18:30:38.5 GMT"],
    [encodeTextDouble(-Infinity, "A.b"), "-Infinity"],
    [encodeTextBlob(new TextEncoder().encode("value"), "A.b"), "dmFsdWU="],
  ])("%s", (text, expected) => {
    expect(text).toBe(expected);
  });

  it("returns any double and any bytes", () => {
    fc.assert(
      fc.property(fc.double(), fc.uint8Array(), (number, bytes) => {
        expect(decodeTextDouble(encodeTextDouble(number, "x"), "")).toBe(Object.is(number, -0) ? 0 : number);
        expect(decodeTextBlob(encodeTextBlob(bytes, "x"), "")).toEqual(bytes);
      }),
    );
  });

  it("refuses values of other types", () => {
    expect(() => encodeTextDouble("1" as never, "A.b")).toThrow("A.b: expected a number, but got a string");
    expect(() => encodeTextBlob([1] as never, "A.b")).toThrow("A.b: expected a Uint8Array, but got a list");
  });
});
