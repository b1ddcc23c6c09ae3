import { describe, expect, it } from "vitest";
import { createSource, isSpan, positionAt } from "../source/source.js";
import { parse } from "./parse.js";
import { sketch } from "./testing/walk.js";

interface Sketch {
  readonly name?: string;
  readonly target?: string;
  readonly body?: { readonly members?: readonly Sketch[]; readonly entries?: readonly { readonly key: string }[] };
}

/** The names of the statements that are left, each with those of its members. */
function survivors(text: string): string {
  const statements = sketch(parse(createSource("a.smithy", text)).tree.statements) as readonly Sketch[];
  return statements
    .map(({ name, target, body }) => {
      const members = body?.members?.map((member) => member.name) ?? body?.entries?.map((entry) => entry.key) ?? [];
      return `${name ?? target}(${members.join(" ")})`;
    })
    .join(" ");
}

/** The lines of all errors. */
function errorLines(text: string): number[] {
  return parse(createSource("a.smithy", text)).diagnostics.map(({ location }) =>
    location !== undefined && isSpan(location) ? positionAt(location.source, location.start).line : 0,
  );
}

/** A text without its common indentation, below the usual head: its first line is line 3. */
function model(text: string): string {
  const lines = text.split("\n").slice(1, -1);
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return `$version: "2.0"\nnamespace a.b\n${lines.map((line) => line.slice(indent)).join("\n")}\n`;
}

describe("the parser goes on", () => {
  it.each([
    [
      "at the next member",
      `
      structure A {
          a String
          b: String
          @c(d: {e f})
          g: String
          h:
          i: String
      }
      string B
      `,
      [3 + 1, 3 + 3, 3 + 5],
      "A(b g i) B()",
    ],
    ["behind a comma of the same line", "\nstructure A { a: !, b: String, c ?, d: String }\n", [3, 3], "A(b d)"],
    [
      "with a member whose line break is missing",
      `
      structure A { a: Integer = 1 b: Integer }
      enum C { D = "d" E }
      `,
      [3, 4],
      "A(a b) C(D E)",
    ],
    [
      "behind brackets that are not closed, where the layout shows a member",
      `
      structure A {
          @a(b: [1, {c: 2
          d: String
          e: String
      }
      string B
      `,
      [9],
      "A() B()",
    ],
    [
      "at a statement when a body has no brace",
      `
      structure A {
          a: String

      @b
      structure B {
          c: String
      }
      string C
      `,
      [7],
      "A(a) B(c) C()",
    ],
    [
      "at a statement when a body has no brace and nothing else tells so",
      `
      structure A {
          a: String

      string C
      string D
      `,
      [6],
      "A(a) C() D()",
    ],
    [
      "in the body of a shape whose head is broken",
      `
      structure A B {
          c: String
      }
      structure D with E {
          f: String
      }
      structure G
      structure H {}
      `,
      [3, 6, 10],
      "A(c) D(f) G() H()",
    ],
    [
      "in services, resources, enums and operations",
      `
      service A {
          version "1"
          operations: [B]
      }
      enum C {
          D = =
          E
      }
      operation F {
          inputs: G
          output: H
          errors: [1]
      }
      `,
      [4, 8, 12, 14],
      "A(operations) C(E) F()",
    ],
    [
      "at the next statement",
      `
      string 1
      string A
      @b(
      string C
      /// docs
      string D
      strucutre E {
          f: String
      }
      string G
      `,
      [3, 6, 9],
      "A() C() D() G()",
    ],
    ["with a statement on the same line", "\nstring A string B\n", [3], "A() B()"],
    [
      "behind a statement that stands too late",
      "\nstring A\nuse c#D\nmetadata e = 1\nnamespace f\nstring G\n",
      [4, 5, 6],
      "A() G()",
    ],
    [
      "behind a string that is never closed",
      `
      @a("b)
      string C
      string D
      `,
      [3],
      "C() D()",
    ],
  ])("%s", (_, text, lines, names) => {
    expect([errorLines(model(text)), survivors(model(text))]).toEqual([lines, names]);
  });

  it("in the sections before the shapes", () => {
    const text =
      "$a\n$b: !\nmetadata c = =\nmetadata d = {e f\n}\nmetadata g = 1\nnamespace h i\nuse j\nuse k#L\nstring M\n";
    const { tree } = parse(createSource("a.smithy", text));
    expect(errorLines(text)).toEqual([1, 2, 3, 4, 7, 8]);
    expect(sketch([tree.metadata, tree.namespace, tree.uses])).toEqual([
      [{ kind: "metadata", key: "g", value: "number 1" }],
      { kind: "namespace", name: "h" },
      [{ kind: "use", id: "k#L" }],
    ]);
    expect(survivors(text)).toBe("M()");
  });

  it("behind metadata whose brackets take all for values", () => {
    expect([
      errorLines("metadata a = [\nnamespace b\nstring C"),
      survivors("metadata a = [\nnamespace b\nstring C"),
    ]).toEqual([[3], "C()"]);
  });

  it("at a namespace that stands too late, and at shapes without any", () => {
    expect([errorLines("use a#B\nnamespace c\nstring D"), survivors("use a#B\nnamespace c\nstring D")]).toEqual([
      [1],
      "D()",
    ]);
    expect([errorLines("string A\nstring B"), survivors("string A\nstring B")]).toEqual([[1], "A() B()"]);
  });
});

it("reports a mistake also where it just warned of a comment", () => {
  const text = model("\nstructure A {\n    @b /// docs\n    1: C\n}\n");
  expect(parse(createSource("a.smithy", text)).diagnostics.map(({ severity }) => severity)).toEqual([
    "WARNING",
    "ERROR",
  ]);
});

it("marks the statement and the tree that something is missing from", () => {
  const { tree } = parse(createSource("a.smithy", model("\nstructure A { a }\nstructure B { b: C }\n")));
  expect(tree.recovered).toBe(true);
  expect(tree.statements).toMatchObject([{ recovered: true }, { recovered: false }]);
});

it("keeps what is well-formed but wrong, and marks nothing", () => {
  const { tree, diagnostics } = parse(createSource("a.smithy", model("\nstructure A { a: B, a: C }\n")));
  expect(diagnostics).toHaveLength(1);
  expect(tree.recovered).toBe(false);
  expect(tree.statements).toMatchObject([{ recovered: false, body: { members: [{}, {}] } }]);
});
