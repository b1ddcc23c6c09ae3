import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { paginatedTraitRule } from "./paginated-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@paginated(inputToken: "in", outputToken: "out.token", pageSize: "size", items: "items")
operation O { input := { in: String, size: Integer }, output := { out: T, items: L } }
structure T { token: String }
list L { member: String }`,
    [],
  ],
  [
    `@paginated(inputToken: "a.b", outputToken: "x.y", pageSize: "size", items: "a.b.c")
operation O { input := { size: String }, output := { a: A } }
structure A { b: B }
structure B { c: String }`,
    [
      "ERROR PaginatedTrait a#O: paginated trait `inputToken` does not allow path values",
      "ERROR PaginatedTrait a#O: paginated trait `pageSize` member `size` targets a string shape, but must target one of the following: [`byte`, `integer`, `long`, `short`]",
      "ERROR PaginatedTrait a#O: paginated trait `outputToken` targets a member `x.y` that does not exist",
      "ERROR PaginatedTrait a#O: paginated trait `items` member `c` targets a string shape, but must target one of the following: [`list`, `map`]",
      "WARNING PaginatedTrait.DeeplyNested.items a#O: paginated trait `items` contains a path with more than two parts, which can make your API cumbersome to use",
    ],
  ],
  [
    `@paginated(inputToken: "in", outputToken: "out", pageSize: "size")
operation O { input := { @required in: M, @required size: Long }, output := { @required out: M } }
map M { key: String, value: String }`,
    [
      "ERROR PaginatedTrait a#O: paginated trait `inputToken` member `in` must not be required",
      "DANGER PaginatedTrait.WrongShapeType.inputToken a#O: paginated trait `inputToken` member `in` targets a map shape, but this is not recommended. One of [`string`] SHOULD be targeted.",
      "WARNING PaginatedTrait.ShouldNotBeRequired.pageSize a#O: paginated trait `pageSize` member `size` should not be required",
      "DANGER PaginatedTrait.WrongShapeType.pageSize a#O: paginated trait `pageSize` member `size` targets a long shape, but this is not recommended. One of [`integer`] SHOULD be targeted.",
      "DANGER PaginatedTrait.ShouldNotBeRequired.outputToken a#O: paginated trait `outputToken` member `out` should not be required",
      "DANGER PaginatedTrait.WrongShapeType.outputToken a#O: paginated trait `outputToken` member `out` targets a map shape, but this is not recommended. One of [`string`] SHOULD be targeted.",
    ],
  ],
  [
    `@paginated(inputToken: "in")
service S { operations: [O] }
@paginated
operation O { input := { in: Integer }, output := {} }`,
    [
      "ERROR PaginatedTrait a#O: When bound within the `a#S` service, paginated trait `inputToken` member `in` targets a integer shape, but must target one of the following: [`map`, `string`]",
      "ERROR PaginatedTrait a#O: When bound within the `a#S` service, paginated trait `outputToken` is not configured",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(paginatedTraitRule, text)).toEqual(findings);
});
