import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { compilePattern } from "./compile-pattern.js";
import { linearPattern } from "./linear-pattern.js";

const texts = [
  "",
  "a",
  "ab",
  "aXc",
  "foo bar",
  "a\nb",
  "a\r\n",
  "\u2028",
  "é",
  "😀",
  "a😀c",
  "123456789012",
  "team/x-y",
  "\u0085",
  "\u00a0",
  "foo",
  "x",
  "xxx",
  "\b",
  "\n",
  "A_1-b.c/d",
  "]",
  "\\",
  "-",
  "^",
  "a^b",
  "\u0000",
  "ÿ",
  "K",
  "ſ",
  "}{",
  "0",
];

function agreesOn(pattern: string, inputs: readonly string[]): void {
  const compiled = compilePattern(pattern);
  const translated = linearPattern(pattern);
  if (compiled.kind === "invalid" || translated === undefined) throw new Error(`${pattern} is not translated`);
  const expected = new RegExp(compiled.source, compiled.flags);
  const actual = RE2JS.compile(translated);
  for (const text of inputs)
    expect(actual.test(text), `${pattern} on ${JSON.stringify(text)}`).toBe(expected.test(text));
}

describe("linearPattern", () => {
  it.each([
    "",
    "a",
    "^a",
    "b$",
    "^([0-9]+)+$",
    "^(\\w+\\s?)*$",
    "(?:^|x)a$",
    "[^]",
    "a.c",
    "^\\S+$",
    "\\bfoo\\b",
    "\\Bo",
    "^[\\d-x]+$",
    "x{2,3}",
    "x{2,}",
    "^[^a-z]+$",
    "a|b|",
    "(?<n>a)b",
    "[\\b]",
    "\\cJ",
    "^.$",
    "^[😀-😂]$",
    "[]",
    "\\u{1F600}",
    "\\ud83d\\ude00",
    "\\x41_",
    "[\\]\\\\^-]",
    "\\p{Lu}",
    "\\P{L}",
    "\\-",
    "[\\w-]",
    "\\/",
    "\\0",
    "{",
    "a{,2}",
    "[a-]",
    "[-a]",
    "\\_",
    "\\e",
    "x*?",
    "x+?a",
    "(x|)y?",
    "^^a",
    "a$$",
    "\\k",
    "[\\0]",
    "[\\12]",
  ])("matches what %s matches", (pattern) => {
    agreesOn(pattern, texts);
  });

  it.each(["(?=a)b", "(?!a)b", "(?<=a)b", "(?<!a)b", "(a)\\1", "(?<n>a)\\k<n>", "a{1001}", "a{2,3000}"])(
    "does not translate %s",
    (pattern) => {
      expect(linearPattern(pattern)).toBeUndefined();
    },
  );

  it("matches what any pattern matches", () => {
    const atom = fc.oneof(
      fc.constantFrom("a", "b", ".", "\\d", "\\w", "\\s", "[ab]", "[^a]", "[^\\d-]", "\\.", "^", "$", "\\b", "\\-"),
      fc.constantFrom("a*", "b+", "[ab]?", "a{2}", "b{1,2}", ".*?"),
    );
    const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
      part: fc.oneof(
        { depthSize: "small" },
        atom,
        tie("pattern").map((inner) => `(?:${inner})*`),
        tie("pattern").map((inner) => `(${inner})`),
      ),
      pattern: fc.oneof(
        fc.array(tie("part"), { maxLength: 4 }).map((parts) => parts.join("")),
        fc.tuple(tie("part"), tie("part")).map((parts) => parts.join("|")),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom("a", "b", "0", " ", "-", ".", "\n", "é", "😀"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, (source, input) => agreesOn(source, [input])),
      { numRuns: 500 },
    );
  });
});
