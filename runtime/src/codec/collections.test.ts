import { afterEach, describe, expect, it } from "vitest";
import { decodeList, decodeMap, decodeUnion, receiveList, receiveMap, receiveUnion, unionOf } from "./collections.js";
import { decodeLong } from "./numbers.js";
import { decodeString } from "./strings.js";
import { decodeEpochSeconds } from "./timestamps.js";

const parse = (text: string): unknown => JSON.parse(text);

describe("lists and maps", () => {
  it.each<[text: string, read: (value: unknown) => unknown, expected: unknown]>([
    ['["a","b"]', (value) => decodeList(value, "", decodeString), ["a", "b"]],
    ["[0,1.5]", (value) => decodeList(value, "", decodeEpochSeconds), [new Date(0), new Date(1500)]],
    ["[-0]", (value) => decodeList(value, "", decodeLong), [0]],
    ['[null,"a",null,"b",null]', (value) => receiveList(value, "", decodeString), ["a", "b"]],
    ["[null]", (value) => receiveList(value, "", decodeString), []],
    ['{"a":"b"}', (value) => decodeMap(value, "", decodeString), { a: "b" }],
    ['{"a":1,"b":-0}', (value) => decodeMap(value, "", decodeLong), { a: 1, b: 0 }],
    ['{"a":null,"b":"c"}', (value) => receiveMap(value, "", decodeString), { b: "c" }],
    ['{"2":1,"1":2}', (value) => receiveMap(value, "", decodeEpochSeconds), { 1: new Date(2000), 2: new Date(1000) }],
  ])("%s is read", (text, read, expected) => expect(read(parse(text))).toStrictEqual(expected));

  it.each([
    ['{"__proto__":1,"a":2}', 2],
    ['{"__proto__":1,"a":null}', 1],
  ])("%s has an own member of that name", (text, members) => {
    const map = receiveMap(parse(text), "", decodeEpochSeconds);
    expect(Object.keys(map)).toHaveLength(members);
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(map, "__proto__")?.value).toEqual(new Date(1000));
  });

  it.each<[read: () => unknown, path: string]>([
    [() => decodeList(parse('["a",1]'), "/list", decodeString), "/list/1"],
    [() => receiveList(parse('[null,"a",1]'), "/list", decodeString), "/list/2"],
    [() => receiveMap(parse('{"a/b":1}'), "/map", decodeString), "/map/a~1b"],
    [() => receiveMap(parse('{"secret":1}'), "/map", decodeString, "*"), "/map/*"],
  ])("%o names the place of what it refuses", (read, path) => expect(read).toThrow(expect.objectContaining({ path })));
});

describe("unions", () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['{"a":null,"b":1,"__type":"c"}', { b: 1 }],
    ['{"__type":"c"}', {}],
    ['{"a":null}', {}],
    ["{}", {}],
  ])("%s has the member", (text, expected) => expect({ ...receiveUnion(parse(text), "") }).toStrictEqual(expected));

  it.each(['{"a":1,"b":2}', '{"a":null}', "{}", "[]"])("%s is refused", (text) =>
    expect(() => decodeUnion(parse(text), "")).toThrow("expected a"),
  );

  it("has the member as read", () => {
    const union = receiveUnion(parse('{"a":1}'), "");
    expect(unionOf(union, "a", 1, new Date(1000))).toStrictEqual({ a: new Date(1000) });
  });
});

describe("where every object inherits a name", () => {
  const everyObject = Object.prototype as unknown as Record<string, unknown>;
  afterEach(() => delete everyObject["inherited"]);

  it("it is nobody's member", () => {
    everyObject["inherited"] = "a";
    expect(Object.keys(decodeMap(parse('{"b":"c"}'), "", decodeString))).toEqual(["b"]);
    expect(Object.keys(receiveUnion(parse('{"b":"c"}'), ""))).toEqual(["b"]);
    const names: string[] = [];
    for (const name in receiveUnion(parse("{}"), "")) names.push(name);
    expect(names).toEqual([]);
  });
});
