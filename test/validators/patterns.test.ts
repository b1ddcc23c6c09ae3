import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { emitValidators } from "../../codegen/src/emitters/validators/emit-validators.js";
import type { ParseResult } from "../../runtime/src/validate/index.js";
import { generate, PackageFolder, printPlain } from "../support/generated-package.js";

interface Row {
  readonly pattern: string;
  readonly length?: string;
  /** How the generated code matches it. */
  readonly matcher: RegExp | undefined;
  readonly code?: string;
  readonly message?: RegExp;
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

/** By member. Texts that attack are long enough that a test would never end if they were tried by backtracking. */
const rows: Readonly<Record<string, Row>> = {
  search: { pattern: "b", matcher: /= \/b\/u;/, valid: ["abc"], invalid: ["ac"] },
  astral: { pattern: "^.$", matcher: /= \/\^\.\$\/u;/, valid: ["😀"], invalid: ["😀😀"] },
  withoutUnicode: { pattern: "^[\\w-.]\\-$", matcher: /= \/.+\/;/, valid: ["a-", ".-"], invalid: ["a"] },
  propertyWithoutUnicode: {
    pattern: "^[\\w-.]\\-\\p{L}$",
    matcher: /new RegExp\(/,
    valid: ["a-p{L}"],
    invalid: ["a-b"],
  },
  otherLanguage: {
    pattern: "(?i)^a++$",
    matcher: undefined,
    code: "emit/pattern-not-ecma",
    message: /It is not enforced/,
    valid: ["anything"],
    invalid: [],
  },
  exponential: {
    pattern: "^(a+)+$",
    matcher: /linearPattern/,
    code: "emit/pattern-backtracks",
    message: /for example on "a" \+ "a"\.repeat\(.*re2js/,
    valid: ["a".repeat(5000)],
    invalid: [`${"a".repeat(5000)}!`],
  },
  polynomial: {
    pattern: "^a*a*a*$",
    matcher: /linearPattern/,
    code: "emit/pattern-backtracks",
    message: /power 3 .*for example on "a" \+ "a"\.repeat\(.*re2js/,
    valid: ["a".repeat(50_000)],
    invalid: [`${"a".repeat(50_000)}!`],
  },
  inexpressible: {
    pattern: "^(?=a)(a+)+$",
    matcher: /cappedPattern\(\/.+\/u, 100\)/,
    code: "emit/pattern-backtracks",
    message: /texts of more than 100 characters are refused/,
    valid: ["aaa"],
    invalid: ["b", `${"a".repeat(5000)}!`, "a".repeat(101)],
  },
  shortQuadratic: {
    pattern: "a+$",
    length: "@length(max: 200)",
    matcher: /= \/a\+\$\/u;/,
    valid: ["ba"],
    invalid: ["a".repeat(300_000) + "b"],
  },
};

const members = Object.entries(rows).map(
  ([name, { pattern, length = "" }]) => `@pattern(${JSON.stringify(pattern)}) ${length} ${name}: String`,
);
const model = `$version: "2.0"
namespace example
service Patterns { version: "1", operations: [Put] }
operation Put { input: Texts }
structure Texts {
${members.join("\n")}
}
`;

describe("patterns", () => {
  const folder = new PackageFolder();
  const { files, diagnostics } = generate(model, [emitTypes, emitErrors, emitValidators]);
  const text = files.map(printPlain).join("\n");
  let validators: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    folder.writeAll(files);
    validators = await folder.load("src/validators.js");
  });
  afterAll(() => folder.remove());

  it.each(Object.entries(rows))("%s", (name, { matcher, code, message, valid, invalid }) => {
    const constant = new RegExp(`^const texts${name[0]?.toUpperCase()}${name.slice(1)}Pattern = .*$`, "im").exec(text);
    if (matcher === undefined) expect(constant).toBeNull();
    else expect(constant?.[0]).toMatch(matcher);
    const reports = diagnostics.filter(({ shape }) => shape === `example#Texts$${name}`);
    const report = { code, severity: "WARNING", message: expect.stringMatching(message ?? /^/) };
    expect(reports).toEqual(code === undefined ? [] : [expect.objectContaining(report)]);
    const is = validators["isTexts"] as (value: unknown) => boolean;
    const parse = validators["parseTexts"] as (value: unknown) => ParseResult<object>;
    for (const value of valid) expect([is({ [name]: value }), parse({ [name]: value }).ok]).toEqual([true, true]);
    for (const value of invalid) expect([is({ [name]: value }), parse({ [name]: value }).ok]).toEqual([false, false]);
  });
});
