import { expect, it } from "vitest";
import { isDateTime, isHttpDate } from "./dates.js";

it.each([
  ["2020-02-29T24:00:00Z", true],
  ["2016-12-31T23:59:60.1Z", true],
  ["2020-02-29T24:00:01Z", false],
  ["2019-02-29T00:00:00Z", false],
  ["2020-13-01T00:00:00Z", false],
  ["2020-01-01T00:00:00+00:00", false],
  ["2020-01-01T00:00:00z", false],
])("date and time %s: %s", (text, expected) => {
  expect(isDateTime(text)).toBe(expected);
});

it.each([
  ["Tue, 29 Apr 2014 18:30:38 GMT", true],
  ["Mon, 29 Apr 2014 18:30:38 GMT", false],
  ["9 apr 2014 18:30 GMT", true],
  ["29 Apr 2014 18:30:38 +0000", false],
  ["29 Foo 2014 18:30:38 GMT", false],
])("HTTP date %s: %s", (text, expected) => {
  expect(isHttpDate(text)).toBe(expected);
});
