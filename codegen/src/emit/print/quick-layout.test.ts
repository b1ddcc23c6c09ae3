import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatUnits, type FormatUnit } from "./format-statements.js";
import { hasLongLine } from "./long-lines.js";
import { quickLayout } from "./quick-layout.js";

const name = fc.integer({ min: 1, max: 60 }).map((length) => `a${"Bcdefghij".repeat(7).slice(0, length)}`);
const type = fc.oneof(
  name,
  fc.tuple(name, name).map(([left, right]) => `${left}<${right}, string>`),
  fc.constant("unknown"),
);
const parameter = fc.oneof(
  fc.tuple(name, type).map(([left, right]) => `${left}: ${right}`),
  fc.tuple(name, type).map(([left, right]) => `${left}?: ${right}`),
  fc.tuple(name, type).map(([left, right]) => `${left}: ${right} = {}`),
);
const parameters = fc.array(parameter, { maxLength: 4 }).map((parts) => parts.join(", "));
const returnType = fc.oneof(
  type,
  name.map((text) => `value is ${text}`),
  fc.tuple(name, name).map((parts) => parts.join(" | ")),
);
const condition = fc.oneof(
  fc.tuple(name, name).map(([left, right]) => `isPresent(${left}.${right})`),
  fc.tuple(name, name).map(([left, right]) => `${left} !== undefined && (typeof ${right} !== "string" || !${left})`),
  name.map((text) => `"(" === ${text}`),
);
const statement = fc.oneof(
  fc.constant("return false;"),
  fc.tuple(name, name).map(([left, right]) => `${left} += comma(${left}) + '"x":' + encode(${right}, "A.b");`),
  fc.tuple(name, name).map(([left, right]) => `result.${left} = decode(${right}, path + "/x") as ${left};`),
  fc.tuple(name, name).map(([left, right]) => `${left}(${right}, ${left}, { key: ${right} });`),
);
const unit: fc.Arbitrary<FormatUnit> = fc.oneof(
  fc
    .tuple(condition, statement, fc.integer({ min: 1, max: 2 }))
    .map(([test_, body, depth]) => ({ text: `if (${test_}) ${body}`, depth, within: "block" as const })),
  fc.tuple(name, parameters, returnType).map(([head, inner, result]) => ({
    text: `export function ${head}(${inner}): ${result} {\n  _1_;\n}`,
    depth: 0,
    within: "block" as const,
  })),
  fc.tuple(name, parameters, type).map(([head, inner, result]) => ({
    text: `async ${head}(${inner}): ${result} {\n    _1_;\n  }`,
    depth: 1,
    within: "class" as const,
  })),
  fc.tuple(name, fc.array(fc.tuple(name, type), { maxLength: 3 }), returnType).map(([head, inner, result]) => ({
    text: `${head}(${inner.map((parts) => parts.join(": ")).join(", ")}): ${result};`,
    depth: 1,
    within: "interface" as const,
  })),
);

test("what is laid out by hand is laid out as prettier does", async () => {
  let quick = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { minLength: 10, maxLength: 20 }), async (units) => {
      const long = units.filter(
        ({ text, depth }) =>
          hasLongLine(text, depth * 2) && quickLayout({ text, depth, within: "block" }) !== undefined,
      );
      quick += long.length;
      const all = units.filter((each) => hasLongLine(each.text, each.depth * 2) && quickLayout(each) !== undefined);
      expect(all.map((each) => quickLayout(each))).toEqual(await formatUnits(all));
    }),
    { numRuns: 100 },
  );
  expect(quick).toBeGreaterThan(0);
});
