import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeHttpDate, encodeInteger } from "../codec/index.js";
import { decodeTextInteger, encodeTextHttpDate } from "../codec/text/index.js";
import {
  addPrefixHeaders,
  decodeHeaderList,
  decodeHttpDateList,
  decodeMediaHeader,
  decodePrefixHeaders,
  encodeHeader,
  encodeHeaderItem,
  encodeHeaderList,
  encodeMediaHeader,
  pushPrefixHeaders,
} from "./headers.js";

const text = (item: string): string => item;

describe("lists in headers", () => {
  it.each<[header: string, items: readonly string[]]>([
    ["a, b, c", ["a", "b", "c"]],
    ["a,b,c", ["a", "b", "c"]],
    ['"b,c", "\\"def\\"", a', ["b,c", '"def"', "a"]],
    ['"a" ,b', ["a", "b"]],
    ["", []],
    ["  ", []],
    ["a,", ["a", ""]],
    ["a,,b", ["a", "", "b"]],
    ['a"b', ['a"b']],
  ])("%j", (header, items) => {
    expect(decodeHeaderList(header, "/a", text)).toEqual(items);
  });

  it("refuse a quote that does not end where an item does", () => {
    expect(() => decodeHeaderList('"a"b', "/a", text)).toThrow("Invalid value at '/a': expected items");
  });

  it("name the place of an item that does not fit", () => {
    expect(() => decodeHeaderList("1, x", "/a", decodeTextInteger)).toThrow("Invalid value at '/a/1'");
  });

  it("return any strings that a header can hold", () => {
    const item = fc.stringMatching(/^[\t -~\u0080-\u00ff]*$/);
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(decodeHeaderList(encodeHeaderList(items, "A.b", encodeHeaderItem), "", text)).toEqual(items);
      }),
    );
  });

  it("have numbers and dates", () => {
    const dates = [new Date(1_576_540_098_000), new Date(0)];
    const header = "Mon, 16 Dec 2019 23:48:18 GMT, Thu, 01 Jan 1970 00:00:00 GMT";
    expect(encodeHeaderList([1, 2], "A.b", encodeInteger)).toBe("1, 2");
    expect(encodeHeaderList(dates, "A.b", encodeTextHttpDate)).toBe(header);
    expect(decodeHttpDateList(header, "/a", decodeHttpDate)).toEqual(dates);
    expect(decodeHttpDateList("", "/a", decodeHttpDate)).toEqual([]);
  });
});

describe("one header", () => {
  it.each(["a\r\nb: c", "a\nb", "a\u0000", "\u20ac"])("never holds %j", (value) => {
    expect(() => encodeHeader(value, "A.b")).toThrow("A.b: the text has characters that no header can hold");
  });

  it("holds a string with a media type in base64", () => {
    expect(encodeMediaHeader("true", "A.b")).toBe("dHJ1ZQ==");
    expect(decodeMediaHeader("dHJ1ZQ==", "/b")).toBe("true");
    expect(() => decodeMediaHeader("dHJ1ZQ=", "/b")).toThrow("not base64");
    expect(() => encodeMediaHeader("\ud800", "A.b")).toThrow("A.b: the text is not well-formed Unicode");
  });
});

describe("headers with a prefix", () => {
  const received = [
    ["X-Foo-Abc", "1"],
    ["x-foo-__proto__", "2"],
    ["x-bar", "3"],
  ] as const;

  it("are a map of the rest of their names", () => {
    const map = decodePrefixHeaders(received, "x-foo-", text);
    expect(Object.entries(map ?? {})).toEqual([
      ["abc", "1"],
      ["__proto__", "2"],
    ]);
    expect(decodePrefixHeaders(received, "y-", text)).toBeUndefined();
  });

  it.each(["a b", "a\r\nb", "", ":"])("have no key %j", (key) => {
    const map = { [key]: "1" };
    expect(() => addPrefixHeaders({}, "", map, "A.b")).toThrow("A.b: a key of the map cannot be");
    expect(() => pushPrefixHeaders([], "", map, "A.b")).toThrow("A.b: a key of the map cannot be");
  });

  it("do not replace headers of other members", () => {
    const headers = { "x-foo": "own" };
    addPrefixHeaders(headers, "x-", { foo: "map", Bar: "map" }, "A.b");
    expect(headers).toEqual({ "x-foo": "own", "x-bar": "map" });
    const lines = ["X-Foo", "own"];
    pushPrefixHeaders(lines, "x-", { foo: "map", Bar: "map", bar: "again" }, "A.b");
    expect(lines).toEqual(["X-Foo", "own", "x-Bar", "map"]);
  });
});
