import { describe, expect, it } from "vitest";
import { checkDecisionDiagram, checkRuleSet } from "./check-rules.js";
import { compileDecisionDiagram, compileRuleSet } from "./compile-rules.js";
import { loadDecisionDiagram } from "./load-decision-diagram.js";
import { loadRuleSet } from "./load-rule-set.js";
import { resultOffset } from "./syntax.js";
import type { RuleValue } from "./value.js";

const parameters = {
  Region: { type: "string", documentation: "d" },
  Fips: { type: "boolean", required: true, default: false, documentation: "d" },
  Names: { type: "stringArray", documentation: "d" },
};

function setOf(...rules: readonly unknown[]): unknown {
  return { version: "1.1", parameters, rules };
}

/** A rule with one condition, whose result uses nothing. */
function when(...conditions: readonly unknown[]): unknown {
  return { conditions, type: "error", error: "x" };
}

function fn(name: string, ...argv: readonly unknown[]): { readonly fn: string; readonly argv: readonly unknown[] } {
  return { fn: name, argv };
}

const region = { ref: "Region" };
const isSetRegion = fn("isSet", region);

/** All that is wrong with a rule set: `pointer: message`. */
function problemsOf(document: unknown): readonly string[] {
  const { rules, problems } = loadRuleSet(document);
  const found = rules === undefined ? problems : checkRuleSet(rules);
  return found.map(({ message, pointer }) => `${pointer}: ${message}`);
}

function resolve(document: unknown, values: Readonly<Record<string, RuleValue>>): unknown {
  const { rules, problems } = loadRuleSet(document);
  if (rules === undefined) throw new Error(JSON.stringify(problems));
  return compileRuleSet(rules)(values);
}

describe("loadRuleSet", () => {
  it.each<readonly [unknown, string]>([
    [[], ": The root of a ruleset must be an object"],
    [{ version: "1.0", rules: [] }, ": Missing expected member `parameters`."],
    [{ version: "1", parameters: {}, rules: [] }, ": Invalid version: `1`. Expected format: major.minor"],
    [{ version: "1.x", parameters: {}, rules: [] }, ": Invalid version format: 1.x"],
    [{ version: "1.0", parameters: {} }, ": Missing expected member `rules`."],
    [
      { version: "1.0", parameters: { a: { type: "text" } }, rules: [] },
      "/parameters/a: Unexpected parameter type `text`. Expected `string`, `boolean`, or `stringArray`.",
    ],
    [
      { version: "1.0", parameters: { a: { type: "string", default: "x" } }, rules: [] },
      "/parameters/a: When a default value is set, the field must also be marked as required",
    ],
    [
      { version: "1.0", parameters: { a: { type: "string", required: true, default: true } }, rules: [] },
      '/parameters/a: Invalid type for field "default": Type must match parameter type. Expected `StringType`, found `BooleanType`.',
    ],
    [
      { version: "1.0", parameters: { a: { type: "string", kind: 1 } }, rules: [] },
      "/parameters/a: Expected an object with possible properties of `builtIn`, `default`, `deprecated`, `documentation`, `required`, `type`, but found additional properties: `kind`",
    ],
    [setOf({ type: "loop" }), "/rules/0/type: Unexpected rule type: loop"],
    [setOf({ type: "error" }), "/rules/0: Missing expected member `error`."],
    [setOf({ type: "endpoint", endpoint: {} }), "/rules/0/endpoint: URL must be included in endpoint"],
    [setOf(when(true)), "/rules/0/conditions/0: condition must be an object node"],
    [setOf(when(fn("nope"))), "/rules/0/conditions/0/fn: `nope` is not a valid function"],
    [
      setOf(when(fn("isSet", { a: 1 }))),
      '/rules/0/conditions/0/argv/0: expected exactly one of `ref` or `fn` to be set, found {"a":1}',
    ],
    [setOf(when(fn("not", null))), "/rules/0/conditions/0/argv/0: null node not supported"],
    [
      setOf(when(fn("not", 1.5))),
      "/rules/0/conditions/0/argv/0: Only integer values greater than or equal to 0 are supported.",
    ],
    [setOf(when(fn("not", "{a"))), "/rules/0/conditions/0/argv/0: unmatched `{` in template"],
    [setOf(when(fn("not", "a}"))), "/rules/0/conditions/0/argv/0: unmatched `}` in template"],
    [setOf(when(fn("getAttr", region, "a[b]"))), "/rules/0/conditions/0/argv/1: [b] could not be parsed as a number"],
  ])("%j", (document, problem) => {
    expect(problemsOf(document)).toEqual([problem]);
  });

  it("gives one problem for each rule", () => {
    expect(problemsOf(setOf({ type: "a" }, when(), { type: "b" }))).toHaveLength(2);
  });

  it("does not follow rules without end", () => {
    let rule: unknown = when();
    for (let depth = 0; depth < 10_000; depth += 1) rule = { type: "tree", rules: [rule] };
    expect(problemsOf(setOf(rule))[0]).toMatch(/must not nest deeper/);
  });
});

describe("checkRuleSet", () => {
  const optional = "OptionalType[StringType]";
  it.each<readonly [unknown, string]>([
    [when(fn("isSet", { ref: "Nope" })), "No field named Nope"],
    [when(fn("isSet", { ref: "Fips" })), "Expected OptionalType[AnyType] but found BooleanType"],
    [when(fn("isSet", region, region)), "expected 1 argument but found 2"],
    [
      when(fn("not", region)),
      `Expected boolean but found ${optional}. hint: use \`isSet\` to convert OptionalType[BooleanType] to bool`,
    ],
    [when(fn("stringEquals", "a")), "Expected 2 arguments but found 1"],
    [
      when(fn("stringEquals", "a", 1)),
      "Unexpected type in the second argument: Expected StringType but found IntegerType\n",
    ],
    [
      when(fn("stringEquals", region, "a")),
      `Unexpected type in the first argument: Expected StringType but found ${optional}\n  hint: use \`assign\` in a condition or \`isSet(Region)\` to prove that this value is non-null`,
    ],
    [when({ ...isSetRegion, assign: "Region" }), "Invalid shadowing of `Region`"],
    [{ type: "tree", rules: [] }, "Tree rule contains no rules."],
    [
      { type: "error", error: "{Region}" },
      `Expected string but found ${optional}. hint: use \`assign\` in a condition or \`isSet\` to prove that this value is non-null`,
    ],
    [{ type: "endpoint", endpoint: { url: true } }, "Expected string but found BooleanType"],
    [{ type: "endpoint", endpoint: { url: "x", headers: { a: [1] } } }, "Expected string but found IntegerType"],
    [{ type: "endpoint", endpoint: { url: "x", properties: { a: [{ b: "{Q}" }] } } }, "No field named Q"],
    [when(fn("coalesce", region)), "Coalesce requires at least 2 arguments, got 1"],
    [
      when(fn("coalesce", region, true)),
      "Type mismatch in coalesce at argument 2: expected StringType but got BooleanType",
    ],
    [when(fn("ite", true, "a")), "ITE requires exactly 3 arguments, got 2"],
    [
      when(fn("ite", region, "a", "b")),
      `ITE condition must be a non-optional Boolean, got ${optional}. Use coalesce to provide a default for optional booleans.`,
    ],
    [
      when(fn("ite", true, "a", 1)),
      "ITE branches must have the same base type: true branch is StringType, false branch is IntegerType",
    ],
    [
      when(fn("getAttr", "a", "b")),
      "Expected record but found StringType\n == hint: cannot index into StringType, expected object",
    ],
    [when(fn("getAttr", "a", "[0]")), "Expected array but found StringType"],
    [
      when({ ...fn("parseURL", "a"), assign: "url" }, fn("isSet", fn("getAttr", { ref: "url" }, "port"))),
      "{scheme=StringType, authority=StringType, path=StringType, normalizedPath=StringType, isIp=BooleanType} does not contain field port",
    ],
  ])("%j", (rule, problem) => {
    expect(problemsOf(setOf(rule)).map((line) => line.slice(line.indexOf(": ") + 2))).toEqual([problem]);
  });

  it.each<readonly [unknown]>([
    [when(isSetRegion, fn("stringEquals", region, "a"))],
    [when({ ...fn("coalesce", region, "b"), assign: "r" }, fn("stringEquals", { ref: "r" }, "a"))],
    [when(fn("isSet", { ref: "Names" }), { ...fn("getAttr", { ref: "Names" }, "[-1]"), assign: "last" })],
    [when({ ...fn("aws.partition", "us-east-1"), assign: "p" }, fn("stringEquals", "{p#name}", "aws"))],
    [{ conditions: [isSetRegion], type: "tree", rules: [{ type: "error", error: "{Region}" }] }],
  ])("accepts %j", (rule) => {
    expect(problemsOf(setOf(rule))).toEqual([]);
  });

  it("does not take what is negated for proven", () => {
    expect(problemsOf(setOf(when(fn("not", isSetRegion), fn("stringEquals", region, "a"))))).toHaveLength(1);
  });
});

describe("compileRuleSet", () => {
  const document = setOf(
    {
      conditions: [isSetRegion, { ...fn("aws.partition", region), assign: "partition" }],
      type: "tree",
      rules: [
        {
          conditions: [fn("booleanEquals", { ref: "Fips" }, true)],
          type: "endpoint",
          endpoint: {
            url: "https://x-fips.{Region}.{partition#dnsSuffix}",
            headers: { "x-a": ["{{{Region}-}}", "b"] },
            properties: {
              authSchemes: [{ name: "sigv4", signingRegion: "{Region}", disableDoubleEncoding: true }],
              n: 1,
            },
          },
        },
        { conditions: [fn("stringEquals", region, "us-east-1")], type: "error", error: "not in {Region}" },
      ],
    },
    { conditions: [fn("isSet", { ref: "Names" })], type: "endpoint", endpoint: { url: { ref: "Region" } } },
  );

  it.each<readonly [Readonly<Record<string, RuleValue>>, unknown]>([
    [
      { Region: "cn-north-1", Fips: true },
      {
        kind: "endpoint",
        url: "https://x-fips.cn-north-1.amazonaws.com.cn",
        headers: { "x-a": ["{cn-north-1-}", "b"] },
        properties: {
          authSchemes: [{ name: "sigv4", signingRegion: "cn-north-1", disableDoubleEncoding: true }],
          n: 1,
        },
      },
    ],
    [{ Region: "us-east-1" }, { kind: "error", message: "not in us-east-1" }],
    [{}, { kind: "fault", message: "No rules in ruleset matched" }],
    [
      { Region: "us-east-1", Fips: "true" },
      { kind: "fault", message: "Expected `BooleanType` but was `StringType` with value: `true`" },
    ],
    [{ Names: [] }, { kind: "fault", message: "Expected `StringType` but was `EmptyType` with value: `<empty>`" }],
  ])("%j", (values, result) => {
    expect(resolve(document, values)).toEqual(result);
  });

  it("says which rules nothing matched", () => {
    expect(resolve(document, { Region: "b" })).toEqual({
      kind: "fault",
      message: expect.stringMatching(
        /^no rules inside of tree rule matched—invalid rules \(when:\n {2}isSet\(Region\) {2}partition = aws\.partition\(Region\)then:\n/,
      ),
    });
  });

  it("keeps names of rules apart from each other", () => {
    const assign = (value: string) => ({ ...fn("coalesce", value, "z"), assign: "name" });
    const document = setOf(
      { conditions: [assign("a"), fn("stringEquals", { ref: "name" }, "b")], type: "error", error: "{name}" },
      { conditions: [assign("c")], type: "tree", rules: [{ type: "error", error: "{name}" }] },
    );
    expect(resolve(document, {})).toEqual({ kind: "error", message: "c" });
  });

  it("keeps names of the prototype apart", () => {
    const rule = { type: "endpoint", endpoint: { url: "x", properties: { ["__proto__"]: "y" } } };
    expect(resolve(setOf(JSON.parse(JSON.stringify(rule))), {})).toEqual({
      kind: "endpoint",
      url: "x",
      headers: {},
      properties: JSON.parse('{"__proto__":"y"}'),
    });
  });
});

describe("decision diagrams", () => {
  function encode(...numbers: readonly number[]): string {
    const bytes = new DataView(new ArrayBuffer(numbers.length * 4));
    for (const [index, number] of numbers.entries()) bytes.setInt32(index * 4, number);
    return Buffer.from(bytes.buffer).toString("base64");
  }

  const diagram = {
    version: "1.1",
    parameters,
    conditions: [isSetRegion, fn("stringEquals", region, "a"), fn("booleanEquals", { ref: "Fips" }, true)],
    results: [
      { type: "endpoint", endpoint: { url: "https://a" } },
      { type: "error", error: "not {Region}" },
    ],
    root: 2,
    nodeCount: 3,
    nodes: encode(-1, 1, -1, 0, 3, -3, 1, resultOffset + 1, resultOffset + 2),
  };

  it.each<readonly [Readonly<Record<string, RuleValue>>, unknown]>([
    [{ Region: "a" }, { kind: "endpoint", url: "https://a", headers: {}, properties: {} }],
    [{ Region: "b" }, { kind: "error", message: "not b" }],
    [{}, { kind: "fault", message: "Expected `StringType` but was `EmptyType` with value: `<empty>`" }],
  ])("%j", (values, result) => {
    const { rules } = loadDecisionDiagram(diagram);
    if (rules === undefined) throw new Error("The diagram does not load");
    expect(checkDecisionDiagram(rules)).toEqual([]);
    expect(compileDecisionDiagram(rules)(values)).toEqual(result);
  });

  it.each<readonly [Readonly<Record<string, unknown>>, string]>([
    [{ version: "1.0" }, "Rules engine version for endpointBdd trait must be >= 1.1"],
    [{ nodes: "" }, "Expected 36 bytes for 3 nodes, but got 0"],
    [{ nodes: "=AA=" }, "Input byte array has wrong 4-byte ending unit"],
    [{ nodes: "AA=" }, "Input byte array has wrong 4-byte ending unit"],
    [{ nodes: "A!A=" }, "Illegal base64 character 21"],
    [{ nodes: "AAAAA" }, "Last unit does not have enough valid bits"],
    [{ nodes: "A" }, "Input byte[] should at least have 2 bytes for base64 bytes"],
    [{ nodes: "AA==A" }, "Input byte array has incorrect ending byte at 4"],
    [{ root: -2 }, "Root reference cannot be complemented: -2"],
    [{ root: 9 }, "Root points to invalid BDD node: 8 (node count: 3)"],
    [
      { results: [{ type: "error", error: "x", conditions: [isSetRegion] }] },
      "BDD result at index 1 has conditions, but BDD results must not have conditions. All conditions should be hoisted into the BDD decision structure.",
    ],
  ])("%j", (change, problem) => {
    expect(loadDecisionDiagram({ ...diagram, ...change }).problems.map(({ message }) => message)).toEqual([problem]);
  });

  it("ends even where nodes lead in a circle", () => {
    const { rules } = loadDecisionDiagram({ ...diagram, nodes: encode(-1, 1, -1, 0, 2, 2, 1, 2, 2) });
    expect(rules && compileDecisionDiagram(rules)({ Region: "a" })).toEqual({
      kind: "fault",
      message: "No BDD result matched",
    });
  });
});
