import * as fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { code, literal, type LiteralValue } from "./literal.js";

const cases: readonly { given: LiteralValue; want: string }[] = [
  { given: null, want: "null" },
  { given: 'say "hi"', want: "'say \"hi\"'" },
  { given: -0, want: "-0" },
  { given: 12n, want: "12n" },
  { given: [], want: "[]" },
  { given: {}, want: "{}" },
  { given: ["a", 1, true], want: '["a", 1, true]' },
  { given: { a: undefined, b: code("run()"), c: code("c") }, want: "{\n  b: run(),\n  c,\n}" },
  { given: { __proto__x: 1, "a-b": { c: [] } }, want: '{\n  __proto__x: 1,\n  "a-b": {\n    c: [],\n  },\n}' },
];

test.each(cases)("writes $want", ({ given, want }) => {
  expect(literal(given)).toBe(want);
});

const { tree } = fc.letrec<{ tree: LiteralValue }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.string({ maxLength: 160, unit: fc.integer({ min: 0, max: 0x2ff }).map((unit) => String.fromCharCode(unit)) }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("tree"), { maxLength: 8 }),
    fc.array(fc.integer(), { maxLength: 40 }),
    fc.dictionary(fc.string({ maxLength: 12 }), tie("tree"), { maxKeys: 6 }),
  ),
}));

// Beyond these characters columns and UTF-16 units differ; `print` leaves such statements to prettier.
test("a literal is the value that it was made of, and what prettier would write", async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (value) => {
      const text = `export const facts = ${literal(value, { column: 21 })};\n`;
      expect(new Function(`return ${literal(value)}`)()).toEqual(value);
      expect(await format(text, { parser: "typescript", printWidth: 120 })).toBe(text);
    }),
    { numRuns: 200 },
  );
});
