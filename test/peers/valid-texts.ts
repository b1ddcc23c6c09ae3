import * as fc from "fast-check";
import type { Constraints } from "../../codegen/src/knowledge/constraints.js";

/** Where a text goes in a message, which says what characters it can have. */
export type Place = "body" | "header" | "label" | "query" | "token";

const bodies = fc.oneof(
  { weight: 4, arbitrary: fc.string() },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      " ",
      "a  b",
      " padded ",
      "<&>\"'",
      "\n",
      "\t",
      "%2F",
      "a+b=c&d",
      "\u{1f600}",
      "null",
      "]]>",
    ),
  },
);
const lines = fc.stringMatching(/^[!-~]([ -~]{0,12}[!-~])?$/);
const places: Readonly<Record<Place, fc.Arbitrary<string>>> = {
  body: bodies,
  query: bodies,
  label: bodies,
  header: lines,
  token: fc.stringMatching(/^[a-z]([a-z0-9-]{0,6}[a-z0-9])?$/),
};

/** What is no character of XML 1.0 ("Characters"), lone surrogates among others. */
const notOfXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Whether a text can be at a place: labels are not empty and no dot segments, the space around a header's value is not part of it. */
function fits(text: string, place: Place): boolean {
  if (notOfXml.test(text)) return false;
  if (place === "label") return !/(?:^|\/)\.{0,2}(?:\/|$)/.test(text);
  return place === "body" || place === "query" || /^[!-~]([ -~]*[!-~])?$/.test(text);
}

/** Texts that satisfy constraints and can be at a place; undefined where no try finds one. */
export function validTexts(constraints: Constraints, place: Place): fc.Arbitrary<string> | undefined {
  const { length, pattern, enumeration } = constraints;
  const expression = pattern === undefined ? undefined : expressionOf(pattern);
  const [min, max] = [Number(length?.min ?? 0), Number(length?.max ?? Number.POSITIVE_INFINITY)];
  const isValid = (text: string): boolean => {
    const size = [...text].length;
    return size >= min && size <= max && fits(text, place) && (expression?.test(text) ?? true);
  };
  if (enumeration !== undefined) return chosen(enumeration.values.map(String).filter(isValid));
  for (const source of candidates(expression, places[place], min, max)) {
    const found = fc.sample(source, { numRuns: 60, seed: 1 }).filter(isValid);
    if (found.length > 0) return chosen([...new Set(found)]);
  }
  return undefined;
}

function chosen(values: readonly string[]): fc.Arbitrary<string> | undefined {
  return values.length === 0 ? undefined : fc.constantFrom(...values);
}

/** Patterns are searched for, as the validators do. */
function expressionOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}

function candidates(
  expression: RegExp | undefined,
  own: fc.Arbitrary<string>,
  min: number,
  max: number,
): readonly fc.Arbitrary<string>[] {
  const repeated = (source: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    source.map((text) => [...(text === "" ? "x" : text).repeat(min + 1)].slice(0, min).join(""));
  const cut = own.map((text) => [...text].slice(0, max).join(""));
  const fallback = [own, cut, repeated(own), repeated(lines), ...samples.map((text) => fc.constant(text))];
  if (expression === undefined) return fallback;
  const matching = (["small", "medium", "large"] as const).flatMap((size) => {
    try {
      return [fc.stringMatching(expression, { size })];
    } catch {
      return [];
    }
  });
  return [...matching, ...matching.map(repeated), ...fallback];
}

/** Texts of the kinds that AWS's patterns ask for, where nothing random satisfies them. */
const samples = [
  "aaaaaaaaaaaaaaaaaaaa",
  "0123456789abcdef0123456789abcdef",
  "01234567-89ab-cdef-0123-456789abcdef",
  "123456789012",
  "arn:aws:iam::123456789012:role/example",
  "https://example.com/path",
  "2020-01-01T00:00:00Z",
  "{}",
];
