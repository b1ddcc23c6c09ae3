import { expect, test } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { createSource } from "../../source/source.js";
import { checkExpressionText } from "./check-text.js";
import { anySample } from "./sample.js";
import { sampleOfShape } from "./sample-shape.js";

const { model } = loadModel([
  createSource(
    "model.smithy",
    `$version: "2"
    namespace a
    structure S { name: String, count: Integer, tags: Tags, byName: ByName, self: S, free: Document, flag: Boolean, at: Timestamp }
    list Tags { member: String }
    map ByName { key: String, value: S }
    @length(max: 0) list Nothing { member: S }
    structure Wide { a: W1, b: W1 }
    structure W1 { a: W2, b: W2 }
    structure W2 { nothing: Nothing, deep: Deep }
    list Deep { member: Deep }`,
  ),
]);

/** The type, and each problem as `severity line:column message`. */
function check(text: string, shape = "S"): readonly string[] {
  const found = model.shapes.get(`a#${shape}`);
  const checked = checkExpressionText(text, found === undefined ? anySample : sampleOfShape(model, found));
  if ("failure" in checked) return [checked.failure];
  const problems = checked.problems.map(
    ({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`,
  );
  return [checked.type, ...problems];
}

const properties = "[name, count, tags, byName, self, free, flag, at]";

test.each<[string, readonly string[]]>([
  ["name", ["string"]],
  ["at", ["number"]],
  ["tags[0]", ["string"]],
  ["tags[9]", ["null"]],
  ["free.any.thing[*].at[0]", ["array"]],
  ["self.self.nope", ["any"]],
  ["byName.*.count", ["array"]],
  ["nope", ["null", `danger 1:1 Object field 'nope' does not exist in object with properties ${properties}`]],
  ["byName.x", ["null", "danger 1:8 Object field 'x' does not exist in object with properties [aa1, aa0]"]],
  ["name.x", ["any", "danger 1:6 Object field 'x' extraction performed on string"]],
  ["name[0]", ["any", "danger 1:6 Array index '0' extraction performed on string"]],
  ["name[:1]", ["array", "danger 1:6 Slice performed on string"]],
  ["name[]", ["array", "danger 1:1 Array flatten performed on string"]],
  ["name[*]", ["array", "danger 1:6 Array projection performed on string"]],
  ["name.*", ["object", "danger 1:6 Object projection performed on string"]],
  ["name[?x]", ["array", "danger 1:7 Filter projection performed on string"]],
  ["name < 'a'", ["null", "warning 1:8 Invalid comparator '<' for string"]],
  ["name == count", ["boolean"]],
  [
    "name || nope.x",
    [
      "string",
      `danger 1:9 Object field 'nope' does not exist in object with properties ${properties}`,
      "danger 1:14 Object field 'x' extraction performed on null",
    ],
  ],
  ["tags[?length(@) > `1`]", ["array"]],
  ["sort_by(tags, &name)", ["array"]],
  [
    "map(&nope, tags)",
    ["array", `danger 1:6 Object field 'nope' does not exist in object with properties ${properties}`],
  ],
  ["nope(`1`)", ["any", "error 1:1 Unknown function: nope"]],
  ["length()", ["number", "error 1:1 length function expected 1 arguments, but was given 0"]],
  [
    "length(count)",
    ["number", "error 1:8 length function argument 0 error: Expected one of [string, array, object], but found number"],
  ],
  [
    "sum(tags)",
    ["number", "error 1:5 sum function argument 0 error: Expected an array of number, but found string at index 0"],
  ],
  [
    "keys(tags)",
    ["array", "error 1:6 keys function argument 0 error: Expected argument to be object, but found array"],
  ],
  [
    "join(',', name)",
    ["string", "error 1:11 join function argument 1 error: Expected argument to be an array, but found string"],
  ],
  ["{a: name, b: [count]}.b[0]", ["number"]],
  ["!flag && name", ["boolean"]],
])("%s", (text, wanted) => {
  expect(check(text)).toEqual(wanted);
});

test("an expression that multiplies its data ends", () => {
  expect(check(`tags${" | [@, @][]".repeat(60)}`)[0]).toMatch(/array|any/);
  expect(check("a == b && @ == @", "Wide")).toEqual(["boolean"]);
});
