import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { diffModels } from "./diff-models.js";
import { changesBetween } from "./testing/changes.js";

const operation = "operation O { input: I }\nstructure I {}\n";

describe("diffModels", () => {
  it.each([
    ["nothing", "string S", "// Another comment\nstring S", []],
    ["a new shape", "", "string S", ["NOTE AddedShape a#S: Added string `a#S`"]],
    ["a new member", "structure S {}", "structure S { m: String }", ["NOTE AddedShape a#S$m: Added member `a#S$m`"]],
    [
      "a new required member",
      "structure S {}",
      "structure S { @required m: String }",
      [
        "ERROR AddedRequiredMember a#S$m: Adding a new member with the `required` trait but not the `default` trait is backwards-incompatible.",
        "NOTE AddedShape a#S$m: Added member `a#S$m`",
      ],
    ],
    ["a trait that cannot be read", "string S", '@pattern("(") string S', []],
    [
      "a trait that can no longer be read",
      '@error("client") structure S {}',
      '@error("fatal") structure S {}',
      [
        "ERROR TraitBreakingChange.Remove.smithy.api#error a#S: Removed trait `smithy.api#error`. Previous trait value: `client`",
      ],
    ],
    ["a lost structure", "structure S {}", "", ["ERROR RemovedShape a#S: Removed structure `a#S`"]],
    ["a lost scalar", "string S", "", ["WARNING RemovedShape.ScalarShape a#S: Removed string `a#S`"]],
    ["a lost private shape", "@private structure S {}", "", []],
    [
      "a trait definition",
      "",
      "@trait structure t {}",
      ["NOTE AddedShape a#t: Added structure `a#t`", "NOTE AddedTraitDefinition a#t: Trait definition `a#t` was added"],
    ],
    [
      "another type",
      "string S",
      "integer S",
      ["ERROR ChangedShapeType a#S: Shape `a#S` type was changed from `string` to `integer`."],
    ],
    [
      "another order",
      "structure S { m: String, n: String }",
      "structure S { n: String, m: String }",
      [
        "DANGER ChangedMemberOrder a#S: structure shape members were reordered. This can cause ABI compatibility issues in languages like C and C++ where the layout and alignment of a data structure matters.",
      ],
    ],
    [
      "closer bounds",
      "@length(max: 5) string S\n@range(min: 1.50) double D",
      "@length(min: 1, max: 4) string S\n@range(min: 1.5, max: 2) double D",
      [
        "ERROR ChangedLengthTrait a#S: smithy.api#length trait value `min` was made more restrictive by raising from 0 to 1",
        "ERROR ChangedLengthTrait a#S: smithy.api#length trait value `max` was made more restrictive by lowering from 5 to 4",
        "ERROR ChangedRangeTrait a#D: smithy.api#range trait value `max` was made more restrictive by lowering from null to 2",
        'NOTE ModifiedTrait.Update.smithy.api#length a#S: Changed trait `smithy.api#length` from \n```\n{\n    "max": 5\n}\n```\n to \n```\n{\n    "min": 1,\n    "max": 4\n}\n```\n',
        'NOTE ModifiedTrait.Update.smithy.api#range a#D: Changed trait `smithy.api#range` from \n```\n{\n    "min": 1.5\n}\n```\n to \n```\n{\n    "min": 1.5,\n    "max": 2\n}\n```\n',
      ],
    ],
    [
      "another input",
      `${operation}structure J {}`,
      `${operation.replace("input: I", "input: J")}structure J {}`,
      ["ERROR ChangedOperationInput.From.a#I.To.a#J a#O: Changed operation input of `a#O` from `a#I` to `a#J`"],
    ],
    [
      "metadata",
      "metadata a = 1\nmetadata b = 1\n",
      "metadata b = 2\nmetadata c = {d: 1}\n",
      [
        'NOTE AddedMetadata -: Metadata key `c` was added with the following value: {\n    "d": 1\n}',
        "WARNING ChangedMetadata -: Metadata key `b` was changed from 1 to 2",
        "DANGER RemovedMetadata.a -: Metadata key `a` was removed with the following value: 1",
      ],
    ],
    [
      "an enum that loses, inserts and appends values",
      'enum E {\n A = "1"\n B = "2"\n}',
      'enum E {\n C = "3"\n B = "2"\n D = "4"\n}',
      [
        "NOTE AddedShape a#E$C: Added member `a#E$C`",
        "NOTE AddedShape a#E$D: Added member `a#E$D`",
        "ERROR ChangedEnumTrait.Removed.0 a#E: Enum value `1` was removed",
        "ERROR ChangedEnumTrait.OrderChanged.0 a#E: Enum value `3` was inserted before the end of the list of existing values. This can cause compatibility issues when ordinal values are used for iteration, serialization, etc.",
        "NOTE ChangedEnumTrait.Appended.2 a#E: Enum value `4` was appended",
        "ERROR RemovedShape a#E$A: Removed member `a#E$A`",
      ],
    ],
    [
      "a string with the enum trait that becomes an enum",
      '@enum([{name: "A", value: "1"}]) string E',
      'enum E {\n B = "1"\n}',
      [
        "ERROR ChangedEnumTrait.NameChanged.0 a#E: Enum `name` changed from `A` to `B` for the `1` value",
        'ERROR TraitBreakingChange.Remove.smithy.api#enum a#E: Removed trait `smithy.api#enum`. Previous trait value: \n```\n[\n    {\n        "name": "A",\n        "value": "1"\n    }\n]\n```\n',
      ],
    ],
    [
      "what clients may count on",
      "structure S { m: String, @required n: String, @required p: S2 }\nstructure S2 {}",
      "structure S { @required m: String, n: String, p: S2 }\nstructure S2 {}",
      [
        "ERROR ChangedNullability.AddedRequiredTrait a#S$m: Member `m` changed from nullable to non-nullable: The `@required` trait was added to a member.",
        "ERROR ChangedNullability.RemovedRequiredTrait a#S$n: Member `n` changed from non-nullable to nullable: The @required trait was removed and not replaced with the @default trait and @addedDefault trait.",
        "WARNING ChangedNullability.RemovedRequiredTrait.StructureOrUnion a#S$p: Member `p` changed from non-nullable to nullable: The @required trait was removed from a member that targets a structure. This is backward compatible in generators that always treat structures and unions as optional (e.g., AWS generators)",
      ],
    ],
    [
      "default values",
      "structure S {\n m: Integer = 0\n n: Integer = 1\n @required p: Integer\n}",
      "structure S {\n m: Integer = 1\n n: Integer = 2\n @addedDefault p: Integer = 3\n}",
      [
        "ERROR ChangedDefault a#S$m: The @default trait of this member changed from the zero value of the target shape, `0`, to a value that is not the zero value, `1`. This will break previously generated code.",
        "DANGER ChangedDefault a#S$n: Changing the @default value of a member is dangerous and could break previously generated code or lead to subtle errors. Do this only when strictly necessary. Old value: 1. New value: 2",
        "NOTE ModifiedTrait.Update.smithy.api#default a#S$m: Changed trait `smithy.api#default` from `0` to `1`",
        "NOTE ModifiedTrait.Update.smithy.api#default a#S$n: Changed trait `smithy.api#default` from `1` to `2`",
        "NOTE ModifiedTrait.Add.smithy.api#default a#S$p: Added trait `smithy.api#default` with value `3`",
      ],
    ],
    [
      "a target that differs in nothing that matters",
      "structure S { m: A }\nstring A\nstring B",
      "structure S { m: B }\nstring A\nstring B",
      [
        "WARNING ChangedMemberTarget a#S$m: The shape targeted by the member `a#S$m` changed from `a#A` (string) to `a#B` (string). This was determined backward compatible.",
      ],
    ],
    [
      "a target whose name matters",
      "structure S { m: A }\nstructure A {}\nstructure B {}",
      "structure S { m: B }\nstructure A {}\nstructure B {}",
      [
        "ERROR ChangedMemberTarget a#S$m: The shape targeted by the member `a#S$m` changed from `a#A` (structure) to `a#B` (structure). The name of a structure is significant.",
      ],
    ],
    [
      "traits, as severe as their definitions say",
      '@trait @tags(["diff.danger.const"]) string t\n@t("a") string S\nstring T',
      '@trait @tags(["diff.danger.const"]) string t\n@t("b") string S\n@t("c") string T',
      [
        "DANGER ModifiedTrait.Update.a#t a#S: Changed trait `a#t` from `a` to `b`",
        "DANGER ModifiedTrait.Add.a#t a#T: Added trait `a#t` with value `c`",
      ],
    ],
    [
      "what is in traits",
      '@trait(breakingChanges: [{change: "any", path: "/m", message: "no"}]) structure t { m: String, n: String }\n@t(m: "a", n: "a") string S',
      '@trait(breakingChanges: [{change: "any", path: "/m", message: "no"}]) structure t { m: String, n: String }\n@t(m: "b", n: "b") string S',
      ["ERROR TraitBreakingChange.Update.a#t a#S: Changed trait contents of `a#t` at path `/m` from `a` to `b`; no"],
    ],
    [
      "a suppression in the new model",
      "structure S { m: String, n: String }",
      '@suppress(["ChangedMemberOrder"]) structure S { n: String, m: String }',
      [
        "SUPPRESSED ChangedMemberOrder a#S: structure shape members were reordered. This can cause ABI compatibility issues in languages like C and C++ where the layout and alignment of a data structure matters.",
        'NOTE ModifiedTrait.Add.smithy.api#suppress a#S: Added trait `smithy.api#suppress` with value \n```\n[\n    "ChangedMemberOrder"\n]\n```\n',
      ],
    ],
  ])("finds %s", (_, before, after, expected) => {
    expect(changesBetween(before, after)).toEqual(expected);
  });

  it("finds what services and resources gain and lose", () => {
    const shapes = 'operation O {}\noperation P {}\n@error("client") structure E {}\nresource R {}\n';
    const before = `service S { version: "1", operations: [O], resources: [R] }\n${shapes}`;
    const after = `service S { version: "1", operations: [P], errors: [E], rename: {"a#E": "F"} }\n${shapes}`;
    const found = changesBetween(before, after).map((line) => line.split(":")[0]);
    expect(found).toEqual([
      "NOTE AddedOperationBinding.ToService.P a#S",
      "WARNING AddedServiceError a#S",
      "ERROR RemovedOperationBinding.FromService.O a#S",
      "ERROR RemovedResourceBinding.FromService.R a#S",
    ]);
  });

  it("compares lists that hold each other, which no valid model has, without going round for ever", () => {
    const text = (target: string) => `structure S { m: ${target} }\nlist A { member: A }\nlist B { member: B }`;
    const load = (target: string) =>
      loadModel([createSource("m.smithy", `$version: "2"\nnamespace a\n${text(target)}`)]).model;
    expect(diffModels(load("A"), load("B"))).toHaveLength(1);
  });

  it("says when clients with credentials for one signature can no longer choose it", () => {
    const load = (traits: string) => {
      const shapes = `${traits}\nservice S { version: "1" }`;
      return loadModel([
        createSource("m.smithy", `$version: "2"\nnamespace a\nuse aws.auth#sigv4\nuse aws.auth#sigv4a\n${shapes}`),
      ]).model;
    };
    const both = '@sigv4(name: "s") @sigv4a(name: "s")';
    const found = diffModels(load(`${both} @auth([sigv4, sigv4a])`), load(`${both} @auth([sigv4a, sigv4])`));
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toContain("DANGER SigV4Migration");
    expect(
      diffModels(load(`${both} @auth([sigv4])`), load(`${both} @auth([sigv4, sigv4a])`)).map(({ code }) => code),
    ).not.toContain("SigV4Migration");
  });
});
