import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecodeError } from "../codec-errors.js";
import { parseForm, type FormNode } from "./form.js";
import { decodeQueryList, decodeQueryMap, encodeQueryList, encodeQueryMap, encodeQueryString } from "./values.js";
import { decodeTextInteger } from "../text/scalars.js";

const text = (form: FormNode): string => form.text();

function at(form: string, ...path: readonly string[]): FormNode {
  return path.reduce((node: FormNode, name) => node.child(name) as FormNode, parseForm(form));
}

describe("reading forms", () => {
  it.each<[form: string, path: readonly string[], value: string]>([
    ["Foo=bar", ["Foo"], "bar"],
    ["&a=&&b=c&", ["b"], "c"],
    ["Foo", ["Foo"], ""],
    ["Foo=a=b", ["Foo"], "a=b"],
    ["Foo=a+b%20c%2Bd", ["Foo"], "a b c+d"],
    ["a%3Ab%2Ec=%E2%82%AC", ["a:b", "c"], "€"],
    ["List.member.1.Name=x", ["List", "member", "1", "Name"], "x"],
    ["__proto__.constructor=x", ["__proto__", "constructor"], "x"],
  ])("%s", (form, path, value) => {
    expect(at(form, ...path).text()).toBe(value);
  });

  it.each<[form: string, read: (form: FormNode) => unknown, problem: string]>([
    ["a=%", text, "the form has an escape that is no UTF-8"],
    ["a=%ff", text, "the form has an escape that is no UTF-8"],
    ["a=1&a=2", text, "Invalid value at '/a': the form has two values for this key"],
    ["a.b=1&a.b", text, "Invalid value at '/a/b': the form has two values for this key"],
    ["a.b=1", (form) => form.child("a")?.text(), "Invalid value at '/a': expected one value"],
    ["a=1", (form) => form.child("a")?.members(), "Invalid value at '/a': expected keys below this one"],
    ["a.b=x", (form) => form.child("a")?.child("b")?.scalar(decodeTextInteger), "'/a/b': expected an integer"],
    ["a.".repeat(500), text, "a key has more than 500 segments"],
    [Array.from({ length: 62_501 }, (_, index) => `a.b.c.${index}`).join("&"), text, "the form has too many keys"],
  ])("refuses %.20s", (form, read, problem) => {
    expect(() => read(parseForm(form))).toThrow(DecodeError);
    expect(() => read(parseForm(form))).toThrow(problem);
  });

  it.each<[form: string, item: string | undefined, list: readonly string[]]>([
    ["L=", "member", []],
    ["L=", undefined, []],
    ["L.1=a&L.2=b", undefined, ["a", "b"]],
    ["L.member.2=b&L.member.1=a", "member", ["a", "b"]],
    ["L.10=c&L.3=a&L.9=b", undefined, ["a", "b", "c"]],
  ])("lists of %s", (form, item, list) => {
    expect(decodeQueryList(at(form, "L"), item, text)).toEqual(list);
  });

  it.each<[form: string, item: string | undefined, problem: string]>([
    ["L=a", "member", "expected keys below this one"],
    ["L.member=a", "member", "expected keys below this one"],
    ["L.item.1=a", "member", "'/L': expected only keys with member and a number"],
    ["L.1=a", "member", "'/L': expected only keys with member and a number"],
    ["L.member.1=a&L.other=b", "member", "'/L': expected only keys with member and a number"],
    ["L.member.0=a", "member", "'/L/member': expected keys with member numbered from 1"],
    ["L.1=a&L.x=b", undefined, "'/L': expected keys numbered from 1"],
    ["L.01=a", undefined, "'/L': expected keys numbered from 1"],
    ["L.1.x=a", undefined, "'/L/1': expected one value"],
  ])("refuses lists of %s", (form, item, problem) => {
    expect(() => decodeQueryList(at(form, "L"), item, text)).toThrow(problem);
  });

  it("reads maps, and refuses entries without a key or a value", () => {
    const names = { infix: ".entry", key: "K", value: "V" };
    const form = "M.entry.1.K=a&M.entry.1.V=1&M.entry.2.K=__proto__&M.entry.2.V=2";
    expect(Object.entries(decodeQueryMap(at(form, "M"), names, text))).toEqual([
      ["a", "1"],
      ["__proto__", "2"],
    ]);
    expect(() => decodeQueryMap(at("M.entry.1.K=a", "M"), names, text)).toThrow("expected an entry with K and V");
  });
});

describe("writing forms", () => {
  const string = (value: string, key: string, where: string): string => `${key}=${encodeQueryString(value, where)}`;

  it.each<[value: string, form: string]>([
    ["", ""],
    ["a-b_c.d~9", "a-b_c.d~9"],
    [" %:/?#[]@!$&'()*+,;=\u{1F639}", "%20%25%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%F0%9F%98%B9"],
    ["a\nb", "a%0Ab"],
  ])("%j", (value, form) => {
    expect(encodeQueryString(value, "x")).toBe(form);
  });

  it("refuses what has no form", () => {
    expect(() => encodeQueryString("\ud800", "A.b")).toThrow("A.b: the string has half of a surrogate pair");
    expect(() => encodeQueryString(1 as never, "A.b")).toThrow("A.b: expected a string, but got a number");
    const list = { infix: "", writesEmpty: true };
    expect(() => encodeQueryList([null as never], "&L", "A.b", list, string)).toThrow("A.b: forms have no null");
    expect(() => encodeQueryList({} as never, "&L", "A.b", list, string)).toThrow("A.b: expected a list");
  });

  it("writes empty lists where the protocol says so, and keeps the place of items without pairs", () => {
    expect(encodeQueryList([], "&L", "x", { infix: ".member", writesEmpty: true }, string)).toBe("&L=");
    expect(encodeQueryList([], "&L", "x", { infix: "", writesEmpty: false }, string)).toBe("");
    const empty = (): string => "";
    expect(encodeQueryList([{}, {}], "&L", "x", { infix: "", writesEmpty: false }, empty)).toBe("&L.1=&L.2=");
  });

  it("returns any list and any map", () => {
    const strings = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(strings), fc.dictionary(strings, strings, { minKeys: 1 }), (items, entries) => {
        const list = encodeQueryList(items, "&L", "x", { infix: ".member", writesEmpty: true }, string);
        expect(decodeQueryList(at(list, "L"), "member", text)).toEqual(items);
        const names = { infix: "", key: "key", value: "value" };
        const map = encodeQueryMap(entries, "&M", "x", names, string);
        expect(decodeQueryMap(at(map, "M"), names, text)).toEqual({ ...entries });
      }),
    );
  });
});
