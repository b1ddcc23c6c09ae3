import { describe, expect, test } from "vitest";
import type { Node } from "../../shapes/node.js";
import { validate } from "../../validate/validate.js";
import { metadataOf, modelOf, shapesOf } from "../testing/models.js";
import { applyProjection, type ProjectionStep } from "./apply-projection.js";

interface Case {
  readonly name: string;
  readonly args?: Node;
  readonly before: string;
  readonly after: string;
}

const metadata = "metadata x = 1; metadata y = 2; namespace a; string S";
const tagged = 'namespace a; @tags(["t", "u"]) structure S { a: String }; @tags(["u"]) string T; string U';
const traits = 'namespace a; @trait @tags(["t"]) string t; @trait string u; @t("x") @u("y") @deprecated string S';
const suppressed =
  'metadata suppressions = [{ id: "A", namespace: "a", reason: "r" }, { id: "B", namespace: "*" }]; namespace a; @suppress(["A", "C"]) string S';
const closure =
  'metadata shapeClosures = [{ id: "z#C", includeBySelector: "[id=a#S]", rename: { "a#T": "R" } }]; namespace a; structure S { t: T }; string T; string U';

const cases: readonly Case[] = [
  {
    name: "changeStringEnumsToEnumShapes",
    args: { synthesizeNames: true },
    before: 'namespace a; @enum([{ value: "x-y" }]) string S',
    after: 'namespace a; enum S { x_y = "x-y"; }',
  },
  {
    name: "changeTypes",
    args: { shapeTypes: { "a#S": "union" } },
    before: "namespace a; structure S { a: String }",
    after: "namespace a; union S { a: String }",
  },
  { name: "excludeMetadata", args: { keys: ["x"] }, before: metadata, after: "metadata y = 2; namespace a; string S" },
  { name: "includeMetadata", args: ["x"], before: metadata, after: "metadata x = 1; namespace a; string S" },
  {
    name: "excludeShapesBySelector",
    args: { selector: "structure > member" },
    before: tagged,
    after: 'namespace a; @tags(["t", "u"]) structure S {}; @tags(["u"]) string T; string U',
  },
  {
    name: "includeShapesBySelector",
    args: { selector: "string" },
    before: tagged,
    after: 'namespace a; @tags(["u"]) string T; string U',
  },
  {
    name: "excludeShapesByTag",
    args: { tags: ["t"] },
    before: tagged,
    after: 'namespace a; @tags(["u"]) string T; string U',
  },
  {
    name: "includeShapesByTag",
    args: ["t"],
    before: 'namespace a; @tags(["t"]) string S; string T',
    after: 'namespace a; @tags(["t"]) string S',
  },
  { name: "excludeShapesByTrait", args: { traits: ["tags"] }, before: tagged, after: "namespace a; string U" },
  {
    name: "excludeTags",
    args: { tags: ["u"] },
    before: tagged,
    after: 'namespace a; @tags(["t"]) structure S { a: String }; @tags([]) string T; string U',
  },
  {
    name: "includeTags",
    args: { tags: ["u"] },
    before: tagged,
    after: 'namespace a; @tags(["u"]) structure S { a: String }; @tags(["u"]) string T; string U',
  },
  {
    name: "excludeTraits",
    args: { traits: ["a#", "deprecated"] },
    before: traits,
    after: "namespace a; string S",
  },
  {
    name: "includeTraits",
    args: { traits: ["a#t", "tags"] },
    before: traits,
    after: 'namespace a; @trait @tags(["t"]) string t; @t("x") string S',
  },
  {
    name: "excludeTraitsByTag",
    args: { tags: ["t"] },
    before: traits,
    after: 'namespace a; @trait string u; @u("y") @deprecated string S',
  },
  {
    name: "includeTraitsByTag",
    args: { tags: ["t"] },
    before: traits,
    after: 'namespace a; @trait @tags(["t"]) string t; @t("x") @deprecated string S',
  },
  {
    name: "filterSuppressions",
    args: { eventIdDenyList: ["B", "C"], removeReasons: true },
    before: suppressed,
    after: 'metadata suppressions = [{ id: "A", namespace: "a" }]; namespace a; @suppress(["A"]) string S',
  },
  { name: "filterSuppressions", args: { removeUnused: true }, before: suppressed, after: "namespace a; string S" },
  {
    name: "flattenAndRemoveMixins",
    before: "namespace a; @mixin structure M { a: String }; structure S with [M] {}",
    after: "namespace a; structure S { a: String }",
  },
  {
    name: "flattenNamespaces",
    args: { namespace: "b", service: "a#V", includeTagged: ["t"] },
    before:
      'namespace a; service V { version: "1", operations: [O], rename: { "a#I": "Input" } }; operation O { input: I }; structure I {}; @tags(["t"]) string T; string U',
    after: "",
  },
  {
    name: "includeNamespaces",
    args: { namespaces: ["b"] },
    before: "namespace a; string S",
    after: "namespace a",
  },
  {
    name: "includeServices",
    args: { services: ["a#V"] },
    before: 'namespace a; service V { version: "1" }; service W { version: "1" }',
    after: 'namespace a; service V { version: "1" }',
  },
  {
    name: "makeIdempotencyTokensClientOptional",
    before: "namespace a; structure S { @required @idempotencyToken t: String }",
    after: "namespace a; structure S { @required @idempotencyToken @clientOptional t: String }",
  },
  {
    name: "removeDeprecatedShapes",
    args: { relativeDate: "2024-01-02", relativeVersion: "1.1.0" },
    before:
      'namespace a; structure S { @deprecated(since: "2024-01-01") a: String, b: String }; @deprecated(since: "1.0.9") string T; @deprecated(since: "1.1.0") string U',
    after: 'namespace a; structure S { b: String }; @deprecated(since: "1.1.0") string U',
  },
  {
    name: "removeUnusedShapes",
    args: { exportTagged: ["t"] },
    before:
      'namespace a; service V { version: "1", operations: [O] }; operation O {}; string S; @tags(["t"]) string T; @trait structure t { s: U }; string U',
    after: 'namespace a; service V { version: "1", operations: [O] }; operation O {}; @tags(["t"]) string T',
  },
  {
    name: "renameShapes",
    args: { renamed: { "a#S": "a#T" } },
    before: "namespace a; string S; list L { member: S }",
    after: "namespace a; string T; list L { member: T }",
  },
  { name: "includeClosures", args: { closures: ["z#C"] }, before: closure, after: closure.replace("; string U", "") },
];

function run(before: string, steps: readonly ProjectionStep[]) {
  const model = modelOf(before);
  return applyProjection(model, steps, { findings: validate(model) });
}

describe("transforms of projections", () => {
  test.each(cases.filter(({ after }) => after !== ""))("$name", ({ name, args, before, after }) => {
    const { model, diagnostics } = run(before, [{ name, args }]);
    expect(diagnostics).toEqual([]);
    expect(shapesOf(model)).toEqual(shapesOf(modelOf(after)));
    expect(metadataOf(model)).toEqual(metadataOf(modelOf(after)));
  });

  test("flattenNamespaces moves the closure of a service, under its names, and what is tagged", () => {
    const flatten = cases.find(({ after }) => after === "");
    const { model, diagnostics } = run(flatten?.before ?? "", [{ name: "flattenNamespaces", args: flatten?.args }]);
    expect(diagnostics).toEqual([]);
    expect(Object.keys(shapesOf(model) as object)).toEqual(["a#U", "b#Input", "b#O", "b#T", "b#V"]);
    expect(shapesOf(model)).toMatchObject({ "b#V": { operations: [{ target: "b#O" }] } });
    expect(shapesOf(model)).not.toHaveProperty(["b#V", "rename"]);
  });

  test("flattenClosureNamespaces moves a closure, under its names", () => {
    const args = { namespace: "b", closure: "z#C" };
    const { model } = run(closure, [{ name: "flattenClosureNamespaces", args }]);
    expect(Object.keys(shapesOf(model) as object)).toEqual(["a#U", "b#R", "b#S"]);
  });

  test("removeTraitDefinitions keeps the applications", () => {
    const { model } = run(traits, [{ name: "removeTraitDefinitions", args: { exportTagged: ["t"] } }]);
    expect(Object.keys(shapesOf(model) as object)).toEqual(["a#S", "a#t"]);
    expect(shapesOf(model)).toMatchObject({ "a#S": { traits: { "a#u": "y" } } });
  });
});

test("apply runs the transforms of other projections, but not without end", () => {
  const projections = new Map<string, readonly ProjectionStep[]>([
    ["one", [{ name: "excludeMetadata", args: { keys: ["x"] } }]],
    ["two", [{ name: "apply", args: { projections: ["two"] } }]],
  ]);
  const model = modelOf(metadata);
  const apply = (projection: string) => [{ name: "apply", args: { projections: [projection] } }];
  expect(metadataOf(applyProjection(model, apply("one"), { projections }).model)).toEqual({ y: 2 });
  const messages = ["two", "onne"].map(
    (name) => applyProjection(model, apply(name), { projections }).diagnostics[0]?.message,
  );
  expect(messages).toEqual([
    "The projections apply each other without end: two -> two.",
    'The transform "apply" names the projection "onne", which does not exist.',
  ]);
});

test.each<[string, Node | undefined, string]>([
  ["excludeTag", undefined, 'There is no transform "excludeTag".'],
  ["excludeTags", "x", 'The arguments of the transform "excludeTags" must be an object.'],
  [
    "excludeTags",
    { tags: "x" },
    'The argument "tags" of the transform "excludeTags" must be a list of strings, but is of type string.',
  ],
  ["renameShapes", {}, 'The transform "renameShapes" needs the argument "renamed".'],
  ["renameShapes", { renamed: { "a#X": "a#Y" } }, "'a#X' to be renamed does not exist in model."],
  ["renameShapes", { renamed: { "a#S": "Y" } }, "'Y' must be a valid, absolute shape ID"],
  [
    "changeTypes",
    { shapeTypes: { "a#S": "strucutre" } },
    '"strucutre" is no type of shapes. Did you mean "structure"?',
  ],
  [
    "removeDeprecatedShapes",
    { relativeDate: "soon" },
    "Provided relativeDate: `soon` does not match ISO8601 calendar date format (YYYY-MM-DD).",
  ],
  [
    "removeDeprecatedShapes",
    { relativeVersion: "1" },
    "Provided relativeVersion: `1` is not a valid semantic version.",
  ],
  [
    "flattenNamespaces",
    { namespace: "b", service: "a#S" },
    "Configured service, a#S, not found in model when performing flattenNamespaces transform.",
  ],
  [
    "filterSuppressions",
    { eventIdAllowList: ["A"], eventIdDenyList: ["B"] },
    "filterSuppressions: cannot set both eventIdAllowList values and eventIdDenyList values at the same time",
  ],
  ["includeClosures", { closures: ["C"] }, "No shape closure named `C` is defined in the model."],
  [
    "compileBdd",
    {},
    'The transform "compileBdd" compiles endpoint rules to a decision diagram, which is not supported.',
  ],
])("%s with %j fails and changes nothing", (name, args, message) => {
  const model = modelOf(metadata);
  const result = applyProjection(model, [
    { name, args },
    { name: "excludeMetadata", args: { keys: ["x"] } },
  ]);
  expect(result.model).toBe(model);
  expect(result.diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
});

test("an unknown argument is a warning", () => {
  const { diagnostics } = applyProjection(modelOf(metadata), [{ name: "excludeTags", args: { tag: ["x"] } }]);
  expect(diagnostics).toMatchObject([
    { severity: "WARNING", code: "transform/unknown-argument", suggestion: 'Did you mean "tags"?' },
  ]);
});
