import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeGreedyLabel, encodeLabel } from "./paths.js";
import { addQuery, addQueryList, addQueryMap, parseQuery, queryListMap, queryMap } from "./query.js";

describe("labels", () => {
  it.each<[text: string, label: string, greedy: string]>([
    [" %:/?#[]@!$&'()*+,;=", "%20%25%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D", ""],
    ["a/b", "a%2Fb", "a/b"],
    ["\u{1f639}-._~", "%F0%9F%98%B9-._~", "%F0%9F%98%B9-._~"],
  ])("%j", (text, label, greedy) => {
    expect(encodeLabel(text, "A.b")).toBe(label);
    if (greedy !== "") expect(encodeGreedyLabel(text, "A.b")).toBe(greedy);
  });

  it.each([
    ["", "must not be empty"],
    ["\ud800", "not well-formed"],
    [undefined as never, "expected a string"],
  ])("refuse %j", (text, problem) => {
    expect(() => encodeLabel(text, "A.b")).toThrow(problem);
    expect(() => encodeGreedyLabel(text, "A.b")).toThrow(problem);
  });
});

describe("query strings", () => {
  it("grow by parameters", () => {
    const query = addQueryList(addQuery("?foo=bar", "a", "x y", "A.a"), "b", [1, 2], "A.b", String);
    expect(query).toBe("?foo=bar&a=x%20y&b=1&b=2");
    expect(addQueryMap("", { a: "1", "b c": ["3", "4"], n: null }, "A.m")).toBe("?a=1&b%20c=3&b%20c=4");
    expect(addQueryMap("?list&b%20c=1", { a: "1", "b c": "2", list: "3" }, "A.m")).toBe("?list&b%20c=1&a=1");
  });

  it.each<[query: string, parameters: Readonly<Record<string, readonly string[]>>]>([
    ["", {}],
    ["a", { a: [""] }],
    ["a=&a=1=2&&b+c=%20%2B", { a: ["", "1=2"], "b c": [" +"] }],
    ["a=%zz", { a: ["%zz"] }],
  ])("%j is read", (query, parameters) => {
    expect(Object.fromEntries(parseQuery(query))).toEqual(parameters);
  });

  it("are maps of first values or of all", () => {
    const parameters = parseQuery("a=1&a=2&__proto__=3");
    expect(Object.entries(queryMap(parameters) ?? {})).toEqual([
      ["a", "1"],
      ["__proto__", "3"],
    ]);
    expect(queryListMap(parameters)?.["a"]).toEqual(["1", "2"]);
    expect(queryMap(parseQuery(""))).toBeUndefined();
    expect(queryListMap(parseQuery(""))).toBeUndefined();
  });

  it("return any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(parseQuery(addQuery("", "a", text, "A.a").slice(1)).get("a")).toEqual([text]);
      }),
    );
  });
});
