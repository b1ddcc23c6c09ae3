import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { serializeAst } from "../../serialize/ast.js";
import { nodeToJson } from "../../shapes/node-json.js";
import { createSource } from "../../source/source.js";
import { formatSmithy } from "./format-smithy.js";

function format(text: string, width?: number): string {
  return formatSmithy(createSource("a.smithy", text), { width }).text;
}

const head = '$version: "2"\n\nnamespace a\n';

describe("formatSmithy", () => {
  it.each([
    ["", "\n"],
    ["// only\n\n/// comments", "// only\n// comments\n"],
    ["namespace   a", "namespace a\n"],
    [
      '$version:"2"\nmetadata  a=[1,{b:{}}]',
      '$version: "2"\n\nmetadata a = [\n    1\n    {\n        b: {}\n    }\n]\n',
    ],
  ])("formats the sections of %j", (text, formatted) => {
    expect(format(text)).toBe(formatted);
  });

  it.each([
    ["structure A{}", "structure A {}"],
    ["@a()@b(1)structure A{b:C,d:E=1 // f\n}", "@a\n@b(1)\nstructure A {\n    b: C\n    d: E = 1 // f\n}"],
    ["structure A{@b c:D // e\nf:G}", "structure A {\n    @b\n    c: D // e\n\n    f: G\n}"],
    ['service A{version:"1"}', 'service A { version: "1" }'],
    ['@a("b":1,c:[2,3])string D', "@a(\n    b: 1\n    c: [2, 3]\n)\nstring D"],
    [
      "operation A{errors:[B]\ninput:=@c{}}",
      "operation A {\n    errors: [\n        B\n    ]\n\n    input :=\n        @c\n         {}\n}",
    ],
    ['@a("""\n  b\n    c\n  """)string D', '@a(\n    """\n    b\n      c\n    """\n)\nstring D'],
    ["apply A @b\napply C {@d@e}", "apply A @b\n\napply C {\n    @d\n    @e\n}"],
    ["string A // b\n// c\n\n// d\n/// e\nstring F", "string A // b\n// c\n\n// d\n/// e\nstring F"],
    ["structure A with [B\nC] {$d=1\n}", "structure A with [B, C] {\n    $d = 1\n}"],
    ['@a("b  \n\tc  ")string D', '@a(\n    "b  \n\tc  "\n)\nstring D'],
  ])("formats the shapes of %j", (text, formatted) => {
    expect(format(head + text)).toBe(`${head}\n${formatted}\n`);
  });

  it("sorts use statements and leaves out those that nothing needs", () => {
    const text = `${head}\n// z\nuse z#Z // zz\n// u\nuse u#U\n// b\nuse b#B\n/// doc\nstructure A { z: Z, b: B }\n`;
    const uses = "// b\nuse b#B\n\n// z\nuse z#Z // zz\n";
    expect(format(text)).toBe(`${head}\n${uses}\n/// doc\nstructure A {\n    z: Z\n    b: B\n}\n`);
  });

  it("breaks what is wider than the width", () => {
    expect(format(`${head}@tags(["aaaa", "bbbb"])string A`, 20)).toBe(
      `${head}\n@tags([\n    "aaaa"\n    "bbbb"\n])\nstring A\n`,
    );
  });

  it("leaves a text with syntax errors as it is", () => {
    const { text, diagnostics } = formatSmithy(createSource("a.smithy", "structure  {"));
    expect(text).toBe("structure  {");
    expect(diagnostics).not.toEqual([]);
  });

  it("takes time in proportion to the text", () => {
    const members = Array.from({ length: 20_000 }, (_, index) => `@tags(["a"]) m${index}: String // c\n`);
    expect(format(`${head}structure A { ${members.join("")} }`).length).toBeGreaterThan(800_000);
  });
});

const gap = fc.constantFrom(
  " ",
  "  ",
  "\n",
  "\n\n",
  ", ",
  " // c\n",
  "\n// c\n// d\n\n",
  "\n/// doc\n",
  "\n////// banner\n",
);
const space = fc.constantFrom("", " ", "\n", " // c\n");
const value: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(
      "1",
      "-2.5e3",
      "true",
      "null",
      '"text"',
      '"a\n  b"',
      '"""\n    x\n      y\n    """',
      '"""\n  x"""',
      "String",
      "a#B",
    ),
    fc.array(fc.tuple(tie("value"), gap)).map((items) => `[${items.map((item) => item.join("")).join("")}]`),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom("a", '"b"', '"c d"', '"1"'), space, tie("value"), gap), {
        selector: ([key]) => key,
      })
      .map((items) => `{${items.map(([key, s, item, g]) => `${key}${s}:${s}${item}${g}`).join("")}}`),
  ),
})).value;
const trait = fc.oneof(
  fc.constantFrom("@required", "@required()", '@tags(["a", "b"])', '@documentation("d")'),
  fc.tuple(space, value, space).map(([before, item, after]) => `@any(${before}${item}${after})`),
);
const traits = fc
  .array(fc.tuple(trait, gap), { maxLength: 3 })
  .map((items) => items.map((item) => item.join("")).join(""));
const member = fc.tuple(
  traits,
  fc.constantFrom("String", "Integer", "Any"),
  fc.constantFrom("", " = null\n", " = null // c\n"),
);
const afterBrace = fc.constantFrom("", " ", "\n", "\n// c\n");
const body = fc
  .tuple(afterBrace, fc.array(fc.tuple(member, gap), { maxLength: 4 }))
  .map(
    ([s, items]) => `{${s}${items.map(([[t, target, d], g], index) => `${t}m${index}: ${target}${d}${g}`).join("")}}`,
  );
const statement = fc.oneof(
  fc.tuple(traits, body).map(
    ([t, b]) =>
      (name: string) =>
        `${t}structure ${name} ${b}`,
  ),
  traits.map((t) => (name: string) => `${t}string ${name}`),
  fc.tuple(body, afterBrace).map(
    ([b, s]) =>
      (name: string) =>
        `operation ${name} {${s}input := ${b}\n}`,
  ),
  fc.tuple(traits, gap).map(
    ([t, g]) =>
      (name: string) =>
        `resource ${name}A {}\napply ${name}A ${g}{${t}}`,
  ),
  value.map((v) => (name: string) => `service ${name} { version: "1"\n rename: {}\n }\napply ${name} @any(${v})`),
);
const file = fc
  .array(fc.tuple(statement, fc.constantFrom("\n", "\n\n", " // c\n", "\n// c\n\n/// doc\n", "\n// ////// b\n\n")))
  .map(
    (items) =>
      `${head}use z#Z // z\nuse b#B\n/// Doc.\n@trait document any\ndocument Any\n` +
      items.map(([write, end], index) => write(`S${index}`) + end).join(""),
  );

describe("what formatting keeps", () => {
  function astOf(text: string): string {
    const { model } = loadModel([createSource("a.smithy", text)], { allowUnknownTraits: true });
    return nodeToJson(serializeAst(model), { indent: 1, sortKeys: true });
  }

  it("is the same again, and means the same", () => {
    fc.assert(
      fc.property(file, fc.constantFrom(20, 120), (text, width) => {
        const once = format(text, width);
        expect(format(once, width)).toBe(once);
        expect(astOf(once)).toBe(astOf(text));
      }),
      { numRuns: 200 },
    );
  });

  it("holds every comment", () => {
    fc.assert(
      fc.property(file, (text) => {
        const comments = (of: string) => of.match(/\/\/+ ?(?:c|d|doc|banner|b)$/gmu)?.length;
        expect(comments(format(text))).toBe(comments(text));
      }),
      { numRuns: 100 },
    );
  });
});
