import { describe, expect, test } from "vitest";
import type { Model } from "../shapes/model.js";
import { expectKind } from "../shapes/model.js";
import { addClientOptional } from "./add-client-optional.js";
import { copyServiceErrorsToOperations } from "./copy-service-errors-to-operations.js";
import { downgradeToV1 } from "./downgrade-to-v1.js";
import { flattenAndRemoveMixins } from "./flatten-and-remove-mixins.js";
import { flattenPaginationInfoIntoOperations } from "./flatten-pagination-info-into-operations.js";
import { removeInvalidDefaults } from "./remove-invalid-defaults.js";
import { removeUnreferencedShapes } from "./remove-unreferenced-shapes.js";
import { removeUnreferencedTraitDefinitions } from "./remove-unreferenced-trait-definitions.js";
import { scrubTraitDefinitions } from "./scrub-trait-definitions.js";
import { modelOf, shapesOf } from "./testing/models.js";

interface Case {
  readonly name: string;
  readonly transform: (model: Model) => Model;
  readonly before: string;
  readonly after: string;
}

const serviceOf = (model: Model) => expectKind(model, "a#V", "service");
const service = 'service V { version: "1", operations: [O] }; operation O {}';

const cases: readonly Case[] = [
  {
    name: "addClientOptional",
    transform: (model) => addClientOptional(model, true),
    before:
      "structure S { a: String, @required b: String, @required c: S }; @input structure I { @required a: String }",
    after:
      "structure S { @clientOptional a: String, @required b: String, @clientOptional @required c: S }; @input structure I { @clientOptional @required a: String }",
  },
  {
    name: "copyServiceErrorsToOperations",
    transform: (model) => copyServiceErrorsToOperations(model, serviceOf(model)),
    before:
      'service V { version: "1", operations: [O], errors: [E] }; operation O { errors: [F] }; @error("client") structure E {}; @error("client") structure F {}',
    after:
      'service V { version: "1", operations: [O], errors: [E] }; operation O { errors: [F, E] }; @error("client") structure E {}; @error("client") structure F {}',
  },
  {
    name: "downgradeToV1",
    transform: downgradeToV1,
    before:
      '@mixin structure M { a: String = "x"; }; structure S with [M] { b: PrimitiveInteger = 0; @clientOptional @required c: E }; enum E { A }; resource R { properties: { p: String } }',
    after:
      'structure S { a: String, b: PrimitiveInteger = 0; @required c: E }; @enum([{ value: "A", name: "A" }]) string E; resource R {}',
  },
  {
    name: "flattenPaginationInfoIntoOperations",
    transform: (model) => flattenPaginationInfoIntoOperations(model, serviceOf(model)),
    before:
      '@paginated(pageSize: "x", items: "i") service V { version: "1", operations: [O] }; @paginated(items: "j") operation O {}',
    after: 'service V { version: "1", operations: [O] }; @paginated(pageSize: "x", items: "j") operation O {}',
  },
  {
    name: "removeInvalidDefaults",
    transform: removeInvalidDefaults,
    before: "@range(min: 1) @default(1) integer A; structure S { a: A = 0; @range(min: 5) b: Integer = 2; c: A = 1; }",
    after: "@range(min: 1) @default(1) integer A; structure S { a: A = null; @range(min: 5) b: Integer, c: A = 1; }",
  },
  {
    name: "removeUnreferencedShapes",
    transform: (model) => removeUnreferencedShapes(model),
    before: `${service}; string A; structure B { b: B }; @trait structure t { c: C }; string C`,
    after: `${service}; @trait structure t { c: C }; string C`,
  },
  {
    name: "removeUnreferencedTraitDefinitions",
    transform: (model) => removeUnreferencedTraitDefinitions(model),
    before: `@t ${service}; @u string S; @w @trait structure t {}; @trait structure u {}; @trait structure w {}`,
    after: `@t ${service}; string S; @w @trait structure t {}; @trait structure w {}`,
  },
  {
    name: "scrubTraitDefinitions",
    transform: (model) => scrubTraitDefinitions(model),
    before:
      "@t string S; structure R { r: R }; @trait structure t { a: A, s: S }; structure A { b: B, c: C, d: C }; string B; string C; list L { member: C }",
    after: "structure R { r: R }; string C; list L { member: C }",
  },
  {
    name: "scrubTraitDefinitions, where the values of an enum go with their definition",
    transform: (model) => scrubTraitDefinitions(model),
    before: 'enum E { A = "x"; }',
    after: "enum E { A }",
  },
  {
    name: "flattenAndRemoveMixins, where two mixins bring one trait",
    transform: flattenAndRemoveMixins,
    before:
      '@mixin @title("1") structure M {}; @mixin @title("2") structure N {}; structure S with [M, N] {}; @title("3") structure T with [N, M] {}',
    after: '@title("1") structure S {}; @title("3") structure T {}',
  },
];

describe("transforms of models", () => {
  test.each(cases)("$name", ({ transform, before, after }) => {
    expect(shapesOf(transform(modelOf(`namespace a; ${before}`)))).toEqual(shapesOf(modelOf(`namespace a; ${after}`)));
  });
});
