import { expect, test } from "vitest";
import { downgradeEnums } from "./downgrade-enums.js";
import { modelOf, shapesOf } from "./testing/models.js";

test.each([
  ["enum E { A; B }", '@enum([{ value: "A", name: "A" }, { value: "B", name: "B" }]) string E'],
  ['enum E { A = "x"; }', '@enum([{ value: "x", name: "A" }]) string E'],
  ['@tags(["t"]) enum E { A }', '@tags(["t"]) @enum([{ value: "A", name: "A" }]) string E'],
  [
    'enum E { /// Why.; @tags(["t"]) @deprecated; A }',
    '@enum([{ value: "A", name: "A", documentation: "Why.", tags: ["t"], deprecated: true }]) string E',
  ],
  [
    'enum E { @internal A; @tags(["internal"]) @internal B; @tags(["t"]) @internal C }',
    '@enum([{ value: "A", name: "A", tags: ["internal"] }, { value: "B", name: "B", tags: ["internal"] }, { value: "C", name: "C", tags: ["t", "internal"] }]) string E',
  ],
  [
    "@mixin enum M { A }; enum E with [M] { B }",
    '@mixin @enum([{ value: "A", name: "A" }]) string M; @enum([{ value: "A", name: "A" }, { value: "B", name: "B" }]) string E',
  ],
  ["intEnum E { A = 1; }", "integer E"],
  ["@default(1) intEnum E { A = 1; }; structure S { e: E = 1; }", "@default(1) integer E; structure S { e: E = 1; }"],
])("%s", (before, after) => {
  expect(shapesOf(downgradeEnums(modelOf(`namespace a; ${before}`)))).toEqual(
    shapesOf(modelOf(`namespace a; ${after}`)),
  );
});
