import { describe, expect, it } from "vitest";
import { createSource } from "../source/source.js";
import { formatSmithy } from "../syntax/format/format-smithy.js";
import { loadModel } from "./load-model.js";

const deep = 100_000;
const head = '$version: "2"\nnamespace a\n';

function nested(open: string, close: string, inner = ""): string {
  return open.repeat(deep) + inner + close.repeat(deep);
}

/** Texts that nest so deep that a recursion without bounds would exhaust the stack. */
const texts: readonly (readonly [name: string, file: string, text: string])[] = [
  ["arrays in JSON", "m.json", nested("[", "]")],
  ["objects in JSON", "m.json", nested('{"a":', "}", "1")],
  ["JSON that is not closed", "m.json", '{"a":['.repeat(deep)],
  ["metadata in JSON", "m.json", `{"smithy":"2.0","metadata":{"m":${nested("[", "]")}}}`],
  ["numbers that need every digit in JSON", "m.json", `{"smithy":"2.0","metadata":{"m":${nested("[", "]", "1e999")}}}`],
  [
    "a trait in JSON",
    "m.json",
    `{"smithy":"2.0","shapes":{"a#A":{"type":"string","traits":{"a#t":${nested('{"a":', "}", "1")}}}}}`,
  ],
  ["metadata", "m.smithy", `$version: "2"\nmetadata m = ${nested("[", "]")}`],
  ["a trait", "m.smithy", `${head}@a(${nested("[", "]")})\nstring A`],
  ["a trait that is not closed", "m.smithy", `${head}${"@a(b: {c: ".repeat(deep)}`],
  ["objects", "m.smithy", `${head}@a(${nested("{a: ", "}", "1")})\nstring A`],
  ["a default", "m.smithy", `${head}structure A { b: C = ${nested("[", "]")}\n}`],
  ["braces", "m.smithy", `${head}structure A ${nested("{", "}")}`],
  ["inline structures", "m.smithy", `${head}${"operation A { input := { ".repeat(deep)}`],
  ["parentheses", "m.smithy", `${head}@a${nested("(", ")")} string A`],
  ["a service", "m.smithy", `${head}service A ${nested("{ a: ", "}", "1")}`],
  ["apply blocks", "m.smithy", `${head}${"apply A { @b ".repeat(deep / 10)}`],
  ["broken members", "m.smithy", `${head}structure A { ${"b: [".repeat(deep)}`],
  ["open strings", "m.smithy", `${head}${'@a("\n'.repeat(deep / 10)}`],
  ["open text blocks", "m.smithy", `${head}${'@a("""\n\\'.repeat(deep)}`],
];

describe("nesting 100,000 deep", () => {
  it.each(texts)("gives a diagnostic for %s", (_, file, text) => {
    const { diagnostics } = loadModel([createSource(file, text)]);
    expect(diagnostics.some(({ severity }) => severity === "ERROR")).toBe(true);
  });

  it.each(texts.filter(([, file]) => file.endsWith(".smithy")))("leaves %s unformatted", (_, file, text) => {
    expect(formatSmithy(createSource(file, text)).text).toBe(text);
  });

  it("gives a diagnostic for mixins that build on each other", () => {
    const shapes = Array.from({ length: 3000 }, (_, index) => `@mixin structure M${index + 1} with [M${index}] {}`);
    const text = `${head}@mixin structure M0 { a: String }\n${shapes.join("\n")}`;
    const { model, diagnostics } = loadModel([createSource("m.smithy", text)]);
    expect(diagnostics).toEqual([]);
    expect(model.shapes.get("a#M3000")?.members.has("a")).toBe(true);
  });
});

describe("much of one thing", () => {
  it.each([
    ["members", `structure A {${Array.from({ length: 5000 }, (_, index) => `m${index}: String\n`).join("")}}`],
    ["use statements", Array.from({ length: 5000 }, (_, index) => `use b#C${index}\n`).join("")],
    ["applied traits", `string A\n${'apply A @tags(["b"])\n'.repeat(5000)}`],
    ["statements that do not parse", "structure {\n".repeat(5000)],
    ["members that do not parse", `structure A {\n${"b c d\n".repeat(5000)}}`],
    ["comments", `${"/// b\n".repeat(20_000)}string A`],
    ["duplicates of a shape", "string A\n".repeat(5000)],
    ["duplicates of a member", `structure A {${"b: String\n".repeat(5000)}}`],
    ["enum members", `enum A {${Array.from({ length: 5000 }, (_, index) => `M${index} = "a"\n`).join("")}}`],
    ["keys", `@a(${Array.from({ length: 5000 }, (_, index) => `k${index}: 1\n`).join("")}) string A`],
  ])("is read and formatted: %s", (_, text) => {
    const source = createSource("m.smithy", head + text);
    expect(loadModel([source]).diagnostics.length).toBeGreaterThanOrEqual(0);
    expect(formatSmithy(source).text.length).toBeGreaterThan(0);
  });
});
