import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { hasSharedData, sharedData } from "../../../test/support/shared-data.js";
import { createSource, isSpan } from "../source/source.js";
import { parse } from "./parse.js";
import { Scanner } from "./scanner.js";
import { childrenOf } from "./testing/walk.js";
import type { SyntaxNode } from "./tree.js";

/** A text with about every construct, as the seed of mutations. */
const seed = `$version: "2.0"
$operationInputSuffix: "Request"
metadata a = [{b: 1.5e3, "c": true}, """
    text
    """]
namespace smithy.example
use smithy.other#Foo
/// Documentation
@trait(selector: "*")
structure A for B with [C, D] {
    @required, @length(min: 1)
    a: Foo = "x"
    $b
}
enum E { F = "f"
 G }
list L { member: E$F }
service S { version: "1", operations: [O] }
operation O with [P] {
    input := @sensitive { c: A }
    errors: [Q]
}
apply A$a @documentation("d")
apply A { @x @y([]) } // end
`;

const fragments = [
  ...'{}[]()@#$.,:="\\/ \t\n\r-1a_é😀\u0000\ufeff',
  ":=",
  '"""',
  "// c\n",
  "/// d\n",
  "@a /// e\n",
  "string ",
  "structure X {",
  "operation ",
  "apply ",
  "with [",
  "for ",
  "use ",
  "namespace ",
  "metadata ",
  "true",
  "1.",
  "\\u00",
];

/** The seed with some pieces cut out and others put in. */
const mutations = fc
  .array(
    fc.record({
      at: fc.nat(seed.length),
      remove: fc.nat(12),
      insert: fc.array(fc.constantFrom(...fragments), { maxLength: 3 }),
    }),
    { maxLength: 6 },
  )
  .map((edits) =>
    edits.reduce((text, { at, remove, insert }) => text.slice(0, at) + insert.join("") + text.slice(at + remove), seed),
  );

const noise = fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join(""));

const texts = fc.oneof(mutations, noise, fc.string({ unit: "binary", maxLength: 200 }));

function expectNested(node: SyntaxNode): void {
  let from = node.start;
  for (const child of childrenOf(node).toSorted((left, right) => left.start - right.start)) {
    // An assertion for each node would take most of the time.
    const isInside = child.start >= from && child.end >= child.start && child.end <= node.end;
    if (!isInside) expect.fail(`${JSON.stringify(child)} is not inside its parent behind ${from}`);
    from = child.end;
    expectNested(child);
  }
}

describe("whatever the text is", () => {
  it("there is a tree whose nodes lie in one another, in order, without overlap", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tree } = parse(createSource("a.smithy", text));
        expect([tree.start, tree.end]).toEqual([0, text.length]);
        expectNested(tree);
      }),
      { numRuns: 600 },
    );
  });

  it("each diagnostic has a place in it, in source order", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const starts = parse(createSource("a.smithy", text)).diagnostics.map(({ location }) => {
          expect(location !== undefined && isSpan(location) && location.end <= text.length).toBe(true);
          return location !== undefined && isSpan(location) ? location.start : -1;
        });
        expect(starts).toEqual(starts.toSorted((left, right) => left - right));
      }),
      { numRuns: 500 },
    );
  });

  it("something is left out only with an error, and the comments are those of the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tree, diagnostics } = parse(createSource("a.smithy", text));
        if (tree.recovered) expect(diagnostics.some(({ severity }) => severity === "ERROR")).toBe(true);
        let from = 0;
        for (const { start, end, kind } of tree.comments) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(text.slice(start, end)).toMatch(
            kind === "documentation-comment" ? /^\/\/\/[^\r\n]*$/ : /^\/\/(?!\/)[^\r\n]*$/,
          );
          from = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the work grows with the text, not faster", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** How many tokens are read, those read again included. */
  function tokensRead(text: string): number {
    const next = vi.spyOn(Scanner.prototype, "next");
    parse(createSource("a.smithy", text));
    const count = next.mock.calls.length;
    next.mockRestore();
    return count;
  }

  const head = '$version: "2.0"\nnamespace a\n';

  it.each([
    ["brackets", head, "@a(["],
    ["braces", `${head}service A `, "{a:"],
    ["unclosed bodies", head, "structure A {\n"],
    ["unclosed bodies with members", head, "structure A {\n a: B\n @c([\n"],
    ["unclosed bodies of operations", head, "operation A { input := {\n"],
    ["swallowed statements", `${head}@a([\n`, "string A\n"],
    ["swallowed statements with brackets", head, "service A {a:[\n"],
    ["swallowed traits", head, "@a(b\nstring C\n"],
    ["unclosed strings", head, '\\"a\n'],
    ["unclosed text blocks", head, '"""a\n\\'],
    ["nothing but errors", head, "! "],
    ["members that fail", `${head}structure A {`, "a b "],
    ["members that fail on lines of their own", `${head}structure A {\n`, "a b\n"],
    ["misspelt statements", head, "foo bar\n"],
    ["documentation", head, "/// a\n"],
    ["namespaces", "", "namespace a.\n"],
    ["metadata", "", "metadata a = [\n"],
    ["use statements", head, "/// d\nuse a#\n"],
  ])("for %s", (_, start, repeated) => {
    const small = tokensRead(start + repeated.repeat(500));
    const large = tokensRead(start + repeated.repeat(5000));
    // Twice as much as proportional leaves room for what happens once.
    expect(large).toBeLessThan(small * 20);
    expect(large).toBeLessThan((start.length + repeated.length * 5000) * 10);
  });

  it("for real text, where each token is read once", () => {
    const text = seed;
    const scanner = new Scanner(createSource("a.smithy", text));
    let tokens = 1;
    for (; scanner.kind !== "EOF"; tokens += 1) scanner.next();
    expect(tokensRead(text)).toBe(tokens);
  });
});

describe.skipIf(!hasSharedData())("a whole service", () => {
  it("parses, its nodes in one another", () => {
    if (!hasSharedData()) return;
    const text = readFileSync(sharedData("smithy/models-aws/ecr.idl/com.amazonaws.ecr.smithy"), "utf8");
    const { tree, diagnostics } = parse(createSource("ecr.smithy", text));
    expect(diagnostics).toEqual([]);
    expect(tree.statements.length).toBeGreaterThan(300);
    expectNested(tree);
  });
});
