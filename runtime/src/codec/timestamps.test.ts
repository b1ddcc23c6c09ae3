import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeDateTime,
  decodeEpochSeconds,
  decodeHttpDate,
  encodeDateTime,
  encodeEpochSeconds,
  encodeHttpDate,
} from "./timestamps.js";

const formats = {
  "epoch-seconds": [encodeEpochSeconds, decodeEpochSeconds],
  "date-time": [encodeDateTime, decodeDateTime],
  "http-date": [encodeHttpDate, decodeHttpDate],
} as const;

const dates = fc.date({
  min: new Date("0001-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});

describe.each(Object.entries(formats))("%s", (_, [encode, decode]) => {
  it("returns any date to the millisecond", () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(decode(JSON.parse(encode(date, "x")), "")).toEqual(date);
      }),
    );
  });

  it("refuses to write what is no date", () => {
    expect(() => encode(new Date(Number.NaN), "A.b")).toThrow("A.b: the Date is invalid");
    expect(() => encode("2014" as never, "A.b")).toThrow("A.b: expected a Date, but got a string");
  });
});

describe("reading timestamps", () => {
  it.each<[text: string, expected: string]>([
    ["1985-04-12t23:20:50.52z", "1985-04-12T23:20:50.520Z"],
    ["1985-04-12T23:20:50.123456789Z", "1985-04-12T23:20:50.123Z"],
    ["1985-04-12T23:20:50+01:30", "1985-04-12T21:50:50.000Z"],
    ["1985-04-12T23:20:50-01:30", "1985-04-13T00:50:50.000Z"],
    ["1990-12-31T23:59:60Z", "1991-01-01T00:00:00.000Z"],
    ["2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z"],
    ["0050-01-01T00:00:00Z", "0050-01-01T00:00:00.000Z"],
  ])("date-time %s", (text, expected) => {
    expect(decodeDateTime(text, "").toISOString()).toBe(expected);
  });

  it.each([
    "1985-04-12",
    "1985-04-12T23:20:50",
    "1985-04-12 23:20:50Z",
    "1985-13-12T23:20:50Z",
    "1985-04-31T23:20:50Z",
    "1900-02-29T00:00:00Z",
    "1985-04-12T24:00:00Z",
    "1985-04-12T23:60:00Z",
    "1985-04-12T23:20:50+24:00",
    "985-04-12T23:20:50Z",
  ])("date-time refuses %s", (text) => {
    expect(() => decodeDateTime(text, "/a")).toThrow("Invalid value at '/a': expected a date and time as RFC 3339");
  });

  it.each([
    "Tue, 29 Apr 2014 18:30:38",
    "29 Apr 2014 18:30:38 GMT",
    "Tue, 31 Apr 2014 18:30:38 GMT",
    "Tue, 29 apr 2014 18:30:38 GMT",
  ])("http-date refuses %s", (text) => {
    expect(() => decodeHttpDate(text, "/a")).toThrow("Invalid value at '/a': expected a date and time as HTTP");
  });

  it.each([Infinity, 1e300, 8.64e12 + 1])("epoch-seconds refuses %s", (seconds) => {
    expect(() => decodeEpochSeconds(seconds, "/a")).toThrow("the number of seconds is beyond every date");
  });
});
