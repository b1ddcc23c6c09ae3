import { describe, expect, it } from "vitest";
import { EncodeError } from "./codec-errors.js";
import { encodeDocument, type JsonValue } from "./documents.js";

const cyclic: unknown[] = [];
cyclic.push({ cyclic });

describe("documents", () => {
  it.each<[value: JsonValue, json: string]>([
    [null, "null"],
    [{ a: [1.5, "x", null, true], b: undefined as never }, '{"a":[1.5,"x",null,true]}'],
  ])("writes %o", (value, json) => {
    expect(encodeDocument(value, "Book.notes")).toBe(json);
  });

  it.each<[what: string, value: unknown, problem: string]>([
    ["NaN", NaN, "NaN has no form in a document"],
    ["infinity", { a: { limits: [0, -Infinity] } }, '-Infinity has no form in a document, at "1"'],
    ["a bigint", { a: { total: 1n } }, 'a document holds no bigint, at "total"'],
    ["a function", { run: () => 1 }, 'a document holds no function, at "run"'],
    ["a hole in a list", [1, undefined], 'a document holds no undefined, at "1"'],
    ["what holds itself", cyclic, "the document holds itself"],
    ["nothing", undefined, "the document has no value"],
  ])("refuses %s", (_, value, problem) => {
    const write = (): string => encodeDocument(value as JsonValue, "Book.notes");
    expect(write).toThrow(new EncodeError("Book.notes", problem));
  });
});
