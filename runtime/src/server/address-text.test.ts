import { describe, expect, it } from "vitest";
import { parseQuery, queryListMap, queryMap, type QueryParameters } from "../bindings/query.js";
import { checkedQuery, unescapeLabels } from "./address-text.js";

const refused = expect.objectContaining({
  failure: expect.objectContaining({ name: "SerializationException", statusCode: 400 }) as unknown,
}) as Error;

const broken = ["%", "%4", "%zz", "%ff", "%00%ff", "%c3", "%c3/%a9", "%ed%a0%80", "%c0%af"];

describe("labels", () => {
  it("stand for what is escaped", () => {
    expect(unescapeLabels(["a", "b%20c", "a/b%2Fc/", "%25ff", "%C3%BC", "+"])).toEqual([
      "a",
      "b c",
      "a/b/c/",
      "%ff",
      "ü",
      "+",
    ]);
  });

  it.each(broken)("cannot be %s", (label) => {
    expect(() => unescapeLabels(["a", label])).toThrow(refused);
  });
});

describe("a query", () => {
  const checked = (query: string): QueryParameters => checkedQuery(query, parseQuery(query));

  it.each(broken)("has no parameter %s", (value) => {
    const query = checked(`a=1&b=2&b=${value}`);
    expect(() => query.get("b")).toThrow(refused);
    expect(() => queryMap(query)).toThrow(refused);
    expect(() => queryListMap(query)).toThrow(refused);
  });

  it("may have broken parameters that nobody reads", () => {
    const query = checked("a=%25ff&b=%ff&%zz=1");
    expect([query.get("a"), query.get("c")]).toEqual([["%ff"], undefined]);
  });

  it("is what it was where nothing is broken", () => {
    expect(queryMap(checked("a=%C3%BC&b=1+2&c"))).toEqual({ a: "ü", b: "1 2", c: "" });
    expect(queryMap(checked(""))).toBeUndefined();
  });
});
