import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDecisionDiagram, checkRuleSet } from "./check-rules.js";
import { compileDecisionDiagram, compileRuleSet } from "./compile-rules.js";
import { loadDecisionDiagram } from "./load-decision-diagram.js";
import { allFunctions, loadRuleSet } from "./load-rule-set.js";

const name = fc.constantFrom("Region", "Fips", "Names", "x", "__proto__");
const text = fc.oneof(fc.string(), fc.constantFrom("{Region}", "{x#scheme}", "{{", "}", "us-east-1", "https://a/b"));
const path = fc.constantFrom("scheme", "[0]", "[-1]", "a[1]", "", ".");

const { expression } = fc.letrec((tie) => ({
  expression: fc.oneof(
    { depthSize: "small" },
    text,
    fc.boolean(),
    fc.integer({ min: -1, max: 3 }),
    fc.record({ ref: name }),
    tie("call"),
    fc.array(tie("expression"), { maxLength: 2 }),
  ),
  call: fc.record(
    {
      fn: fc.constantFrom(...allFunctions.keys(), "nope"),
      argv: fc.array(fc.oneof(tie("expression"), path), { maxLength: 4 }),
      assign: name,
    },
    { requiredKeys: ["fn", "argv"] },
  ),
}));
const condition = fc.record(
  { fn: fc.constantFrom(...allFunctions.keys()), argv: fc.array(expression, { maxLength: 4 }), assign: name },
  { requiredKeys: ["fn", "argv"] },
);
const conditions = fc.array(condition, { maxLength: 3 });
const result = fc.oneof(
  fc.record({ type: fc.constant("error"), error: expression, conditions }),
  fc.record({
    type: fc.constant("endpoint"),
    conditions,
    endpoint: fc.record({
      url: expression,
      headers: fc.dictionary(name, fc.array(text)),
      properties: fc.dictionary(name, text),
    }),
  }),
);
const rule = fc.oneof(
  result,
  fc.record({ type: fc.constant("tree"), conditions, rules: fc.array(result, { maxLength: 3 }) }),
  fc.jsonValue(),
);
const parameters = {
  Region: { type: "string" },
  Fips: { type: "boolean", required: true, default: false },
  Names: { type: "stringArray" },
};
const values = fc.record(
  { Region: fc.oneof(text, fc.boolean()), Fips: fc.boolean(), Names: fc.array(fc.string()) },
  { requiredKeys: [] },
);

/** Sound rules always decide or say why not; only a rule set that is not sound may be met by something else than texts. */
describe("rules of any kind", () => {
  it("are read, checked and evaluated without an exception", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), values, (rules, given) => {
        const loaded = loadRuleSet({ version: "1.1", parameters, rules });
        expect(loaded.rules === undefined).toBe(loaded.problems.length > 0);
        if (loaded.rules === undefined) return;
        for (const { message } of checkRuleSet(loaded.rules)) expect(message).not.toBe("");
        expect(["endpoint", "error", "fault"]).toContain(compileRuleSet(loaded.rules)(given).kind);
      }),
      { numRuns: 500 },
    );
  });

  it("may be decision diagrams", () => {
    const nodes = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(conditions, fc.array(result, { maxLength: 2 }), nodes, values, (tests, results, numbers, given) => {
        const bytes = new DataView(new ArrayBuffer(36));
        for (const [index, number] of numbers.entries()) bytes.setInt32(index * 4, number);
        const encoded = btoa(String.fromCharCode(...new Uint8Array(bytes.buffer)));
        const plain = results.map((entry) => ({ ...entry, conditions: [] }));
        const document = {
          version: "1.1",
          parameters,
          conditions: tests,
          results: plain,
          root: 2,
          nodeCount: 3,
          nodes: encoded,
        };
        const { rules } = loadDecisionDiagram(document);
        if (rules === undefined) return;
        checkDecisionDiagram(rules);
        expect(["endpoint", "error", "fault"]).toContain(compileDecisionDiagram(rules)(given).kind);
      }),
      { numRuns: 500 },
    );
  });

  it("may be no rules at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(loadRuleSet(document).problems).toHaveLength(1);
        expect(loadDecisionDiagram(document).problems).toHaveLength(1);
      }),
    );
  });
});
