import { describe, expect, it } from "vitest";
import { createSource } from "../source/source.js";
import { parse } from "./parse.js";
import { sketch } from "./testing/walk.js";
import type { SyntaxTree } from "./tree.js";

const head = '$version: "2.0"\nnamespace a.b\n';

/** The tree of a text that must be well-formed. */
function parseValid(text: string): SyntaxTree {
  const { tree, diagnostics } = parse(createSource("a.smithy", text));
  expect(diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
  expect(tree.recovered).toBe(false);
  return tree;
}

function statementsOf(text: string): unknown {
  return sketch(parseValid(head + text).statements);
}

describe("sections", () => {
  it("may all be absent", () => {
    expect(sketch(parseValid(""))).toEqual({ kind: "idl", version: "1.0" });
    expect(sketch(parseValid("// only a comment"))).toMatchObject({ kind: "idl", version: "1.0" });
  });

  it("stand in their order", () => {
    const text = [
      '$version: "2"',
      "$operationInputSuffix : Request // comment",
      'metadata "a b" = [1 {c: d}, true,]',
      "metadata e=null",
      "namespace smithy.example",
      "use a.b#C",
      "",
      "use a#D",
      "string S",
    ].join("\n");
    expect(sketch(parseValid(text))).toEqual({
      kind: "idl",
      version: "2.0",
      controls: [
        { kind: "control", key: "version", value: 'string "2"' },
        { kind: "control", key: "operationInputSuffix", value: "Request" },
      ],
      metadata: [
        {
          kind: "metadata",
          key: 'string "a b"',
          value: {
            kind: "array",
            elements: ["number 1", { kind: "object", entries: [{ kind: "entry", key: "c", value: "d" }] }, true],
          },
        },
        { kind: "metadata", key: "e", value: null },
      ],
      namespace: { kind: "namespace", name: "smithy.example" },
      uses: [
        { kind: "use", id: "a.b#C" },
        { kind: "use", id: "a#D" },
      ],
      statements: [{ kind: "simple-shape", type: "string", name: "S" }],
      comments: [{ kind: "line-comment" }],
    });
  });

  it.each([
    ['$version: "1"', "1.0"],
    ['$version: "1.0"', "1.0"],
    ['$version: "2"', "2.0"],
    ['$"version" : "2.0"', "2.0"],
    ["namespace a", "1.0"],
  ])("%s is IDL %s", (text, version) => {
    expect(parseValid(text).version).toBe(version);
  });
});

describe("shapes", () => {
  it.each([
    [
      "string A\nbigDecimal B with [C, d.e#F]",
      [
        { kind: "simple-shape", type: "string", name: "A" },
        {
          kind: "simple-shape",
          type: "bigDecimal",
          name: "B",
          mixins: { kind: "mixins", ids: ["C", "d.e#F"] },
        },
      ],
    ],
    [
      "enum A { B, C }\nintEnum D with [E]\n{\n@f G = 1,\n H = -2 // h\n}",
      [
        {
          kind: "enum-shape",
          type: "enum",
          name: "A",
          body: {
            kind: "enum-body",
            members: [
              { kind: "enum-member", name: "B" },
              { kind: "enum-member", name: "C" },
            ],
          },
        },
        {
          kind: "enum-shape",
          type: "intEnum",
          name: "D",
          mixins: { kind: "mixins", ids: ["E"] },
          body: {
            kind: "enum-body",
            members: [
              {
                kind: "enum-member",
                traits: [{ kind: "trait", id: "f" }],
                name: "G",
                assignment: { "=": "number 1" },
              },
              { kind: "enum-member", name: "H", assignment: { "=": "number -2" } },
            ],
          },
        },
      ],
    ],
    [
      "list A { member: B }\nset C{member:D$e}\nmap E { key: F value: g.h#I$j }",
      [
        {
          kind: "aggregate-shape",
          type: "list",
          name: "A",
          body: { kind: "member-body", members: [{ kind: "explicit-member", name: "member", target: "B" }] },
        },
        {
          kind: "aggregate-shape",
          type: "set",
          name: "C",
          body: { kind: "member-body", members: [{ kind: "explicit-member", name: "member", target: "D$e" }] },
        },
        {
          kind: "aggregate-shape",
          type: "map",
          name: "E",
          body: {
            kind: "member-body",
            members: [
              { kind: "explicit-member", name: "key", target: "F" },
              { kind: "explicit-member", name: "value", target: "g.h#I$j" },
            ],
          },
        },
      ],
    ],
    [
      'structure A for B with [\nC\n] {\n@d $e\n $f = {}\n g : H = "i",\n}\nunion J {}',
      [
        {
          kind: "aggregate-shape",
          type: "structure",
          name: "A",
          forResource: { kind: "for-resource", id: "B" },
          mixins: { kind: "mixins", ids: ["C"] },
          body: {
            kind: "member-body",
            members: [
              { kind: "elided-member", traits: [{ kind: "trait", id: "d" }], name: "e" },
              { kind: "elided-member", name: "f", assignment: { "=": { kind: "object" } } },
              { kind: "explicit-member", name: "g", target: "H", assignment: { "=": 'string "i"' } },
            ],
          },
        },
        { kind: "aggregate-shape", type: "union", name: "J", body: { kind: "member-body" } },
      ],
    ],
    [
      'service A with [B] { version: "1", "operations": [C D] }\nresource E {}',
      [
        {
          kind: "entity-shape",
          type: "service",
          name: "A",
          mixins: { kind: "mixins", ids: ["B"] },
          body: {
            kind: "object",
            entries: [
              { kind: "entry", key: "version", value: 'string "1"' },
              { kind: "entry", key: 'string "operations"', value: { kind: "array", elements: ["C", "D"] } },
            ],
          },
        },
        { kind: "entity-shape", type: "resource", name: "E", body: { kind: "object" } },
      ],
    ],
    [
      "operation A {}\noperation B with [C] { output: D errors: [e#F, G] }",
      [
        { kind: "operation-shape", type: "operation", name: "A", body: { kind: "operation-body" } },
        {
          kind: "operation-shape",
          type: "operation",
          name: "B",
          mixins: { kind: "mixins", ids: ["C"] },
          body: {
            kind: "operation-body",
            properties: [
              { kind: "operation-output", value: "D" },
              { kind: "operation-errors", ids: ["e#F", "G"] },
            ],
          },
        },
      ],
    ],
    [
      "operation A {\n input :=\n /// docs\n @b(1)\n for C with [D] { $e }\n output\n:= {} }",
      [
        {
          kind: "operation-shape",
          type: "operation",
          name: "A",
          body: {
            kind: "operation-body",
            properties: [
              {
                kind: "operation-input",
                value: {
                  kind: "inline-structure",
                  documentation: "docs",
                  traits: [{ kind: "trait", id: "b", body: { "=": "number 1" } }],
                  forResource: { kind: "for-resource", id: "C" },
                  mixins: { kind: "mixins", ids: ["D"] },
                  body: { kind: "member-body", members: [{ kind: "elided-member", name: "e" }] },
                },
              },
              {
                kind: "operation-output",
                value: { kind: "inline-structure", body: { kind: "member-body" } },
              },
            ],
          },
        },
      ],
    ],
  ])("%j", (text, expected) => {
    expect(statementsOf(text)).toEqual(expected);
  });

  it("begin at their documentation, and their type stands apart", () => {
    const text = `${head}/// docs\n@a\nstring B`;
    const [statement] = parseValid(text).statements;
    expect(statement).toMatchObject({
      start: text.indexOf("///"),
      typeStart: text.indexOf("string"),
      end: text.length,
    });
  });
});

describe("traits", () => {
  it.each([
    ["@a", { kind: "trait", id: "a" }],
    ["@a.b#c$d", { kind: "trait", id: "a.b#c$d" }],
    ["@a()", { kind: "trait", id: "a", body: { kind: "empty-trait-body" } }],
    ["@a( // nothing\n )", { kind: "trait", id: "a", body: { kind: "empty-trait-body" } }],
    ["@a(1.50)", { kind: "trait", id: "a", body: { "=": "number 1.50" } }],
    ["@a(true)", { kind: "trait", id: "a", body: { "=": true } }],
    ["@a(b)", { kind: "trait", id: "a", body: { "=": "b" } }],
    ["@a(b$c)", { kind: "trait", id: "a", body: { "=": "b$c" } }],
    ["@a(true.b#c)", { kind: "trait", id: "a", body: { "=": "true.b#c" } }],
    ['@a("b")', { kind: "trait", id: "a", body: { "=": 'string "b"' } }],
    ['@a("""\n  b""")', { kind: "trait", id: "a", body: { "=": 'text-block "b"' } }],
    ["@a([])", { kind: "trait", id: "a", body: { "=": { kind: "array" } } }],
    ["@a({})", { kind: "trait", id: "a", body: { "=": { kind: "object" } } }],
    [
      '@a(b: 1, "c" : d\n true: null)',
      {
        kind: "trait",
        id: "a",
        body: {
          kind: "entries-trait-body",
          entries: [
            { kind: "entry", key: "b", value: "number 1" },
            { kind: "entry", key: 'string "c"', value: "d" },
            { kind: "entry", key: "true", value: null },
          ],
        },
      },
    ],
  ])("%s", (text, trait) => {
    expect(statementsOf(`${text} string A`)).toEqual([
      { kind: "simple-shape", traits: [trait], type: "string", name: "A" },
    ]);
  });

  it.each([
    ["apply A @b", { kind: "apply", target: "A", body: { kind: "trait", id: "b" } }],
    [
      "apply\na.b#A$c\n@d(1)",
      { kind: "apply", target: "a.b#A$c", body: { kind: "trait", id: "d", body: { "=": "number 1" } } },
    ],
    ["apply A {}", { kind: "apply", target: "A", body: { kind: "apply-block" } }],
    [
      "apply A { @b, @c()@d }",
      {
        kind: "apply",
        target: "A",
        body: {
          kind: "apply-block",
          traits: [
            { kind: "trait", id: "b" },
            { kind: "trait", id: "c", body: { kind: "empty-trait-body" } },
            { kind: "trait", id: "d" },
          ],
        },
      },
    ],
  ])("%j", (text, statement) => {
    expect(statementsOf(text)).toEqual([statement]);
  });
});

describe("documentation comments", () => {
  it.each([
    ["one line, without its first space", "/// a\nstring A", "a"],
    ["no space to take", "///a\nstring A", "a"],
    ["only one space is taken", "///  a \nstring A", " a "],
    ["lines are joined", "/// a\n///\n/// b\nstring A", "a\n\nb"],
    ["other whitespace between them is nothing", "/// a\n\n// c\n, /// b\nstring A", "a\nb"],
    ["before traits they count", "/// a\n@b\nstring A", "a"],
    ["behind traits they do not", "@b\n/// a\nstring A", undefined],
    ["those of another statement do not", "string B /// a\nstring A", undefined],
  ])("%s", (_, text, documentation) => {
    const statement = parseValid(head + text).statements.at(-1);
    expect(statement?.kind === "simple-shape" && statement.documentation?.value).toBe(documentation);
  });

  it("belong to members, also of enums and inline structures", () => {
    const text =
      "structure A {\n/// a\n@b c: D\n}\nenum E {\n/// e\nF\n}\noperation G {\n input := {\n/// h\n $i\n}\n}";
    const found = JSON.stringify(statementsOf(text)).match(/"documentation":"[a-z]"/g);
    expect(found).toEqual(['"documentation":"a"', '"documentation":"e"', '"documentation":"h"']);
  });

  it("in front of what has no documentation are not lost, but warned of", () => {
    const text = '/// 1\n$version: "2"\n/// 2\nnamespace a\nstructure B /// 3\n{\n @c /// 4\n d: E\n /// 5\n}\n/// 6\n';
    const { tree, diagnostics } = parse(createSource("a.smithy", text));
    expect(tree.comments).toHaveLength(6);
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message.split("were: ")[1]])).toEqual(
      ["1", "2", "3", "4", "5", "6"].map((line) => ["Model.BadDocumentationComment", "WARNING", line]),
    );
  });
});
