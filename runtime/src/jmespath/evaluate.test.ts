import { expect, test } from "vitest";
import { type Json, JmespathError, search } from "./index.js";

const given: Json = { list: [1, 2, 3], names: ["b", "a"], people: [{ age: 2 }, { age: 1 }], none: null };

test.each<[string, Json]>([
  ["list[10:]", []],
  ["list[10::-1]", [3, 2, 1]],
  ["list[-2:]", [2, 3]],
  ["sort_by(people, &age)[].age", [1, 2]],
  ["max_by(people, &age)", { age: 2 }],
  ["map(&age, people)", [2, 1]],
  ["none.a.b", null],
  ["constructor", null],
  ["{__proto__: list[0]}.__proto__", 1],
  ["length('😀')", 1],
  ["reverse('a😀')", "😀a"],
  ["to_string(people)", '[{"age":2},{"age":1}]'],
  ["to_number('+1.5e1')", 15],
  ["to_number('0x1')", null],
  ["not_null(none, names)", ["b", "a"]],
  ['`{"a": null}` == `{"b": null}`', false],
])("%s", (expression, result) => {
  expect(search(expression, given)).toEqual(result);
});

test.each([
  ["nope(@)", "unknown-function", "Unknown function: nope()"],
  ["abs()", "invalid-arity", "abs() takes 1 arguments, but received 0"],
  ["abs(names)", "invalid-type", "Invalid argument type for function abs(), expected number but found array"],
  [
    "length(&a)",
    "invalid-type",
    "Invalid argument type for function length(), expected a value but found an expression",
  ],
  ["sort([`1`, 'a'])", "invalid-type", /^sort\(\) orders numbers or strings, but found /],
  ["list[::0]", "invalid-value", "A slice's step cannot be 0"],
  [`list${" | [@, @][]".repeat(40)}`, "limit", "The expression takes too many steps to evaluate"],
  [`list${" | [@, @]".repeat(100)} | to_string(@)`, "limit", /too many steps/],
] as const)("%.40s fails", (expression, kind, message) => {
  let found: unknown;
  try {
    search(expression, given);
  } catch (error) {
    found = error;
  }
  expect(found).toBeInstanceOf(JmespathError);
  expect((found as JmespathError).kind).toBe(kind);
  expect((found as JmespathError).message).toMatch(message);
});
