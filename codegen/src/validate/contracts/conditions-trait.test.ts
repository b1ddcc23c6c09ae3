import { expect, test } from "vitest";
import { traitCreationRule } from "../model/trait-creation.js";
import { traitValueRule } from "../model/trait-value.js";
import { findingsOf } from "../testing/findings.js";
import { conditionsTraitRule } from "./conditions-trait.js";

const conditions = (expression: string) =>
  `@smithy.contracts#conditions({ C: { documentation: "x", expression: "${expression}" } })`;

test.each([
  ["first < second", []],
  [
    "first",
    [
      "DANGER ConditionsTrait a#S: Condition C expression must return a boolean type, but this expression was statically determined to return a `number` type.",
    ],
  ],
  [
    "third == first",
    [
      "DANGER ConditionsTrait.JmespathProblem.JmespathEventDanger.C a#S: Condition `C`: Problem found in JMESPath expression for condition C: Object field 'third' does not exist in object with properties [first, second] (1:1)",
    ],
  ],
  [
    "length(first) == first",
    [
      "ERROR ConditionsTrait a#S: Condition `C`: Problem found in JMESPath expression for condition C: length function argument 0 error: Expected one of [string, array, object], but found number (1:8)",
    ],
  ],
])("%s", (expression, wanted) => {
  const text = `${conditions(expression)} structure S { first: Integer, second: Integer }`;
  expect(findingsOf(conditionsTraitRule, text)).toEqual(wanted);
});

test("a condition that is no expression makes no trait", () => {
  expect(findingsOf(traitCreationRule, `${conditions("a b")} structure S { a: Integer }`)).toEqual([
    "ERROR Model a#S: Error creating trait `smithy.contracts#conditions`: Invalid condition JMESPath expression: `a b`. Syntax error at line 1 column 3: Expected EOF, but found 'b'",
  ]);
});

test("values meet the conditions of their shape", () => {
  const text = `${conditions("min == null || max == null || min <= max")} @trait structure between { min: Integer, max: Integer }
    @between(min: 2, max: 1) string Wrong
    @between(min: 1, max: 2) string Right
    @between(max: 2) string Open`;
  expect(findingsOf(traitValueRule, text)).toEqual([
    "ERROR TraitValue.C a#Wrong: Error validating trait `a#between`: Value provided for `a#between` must match the C condition expression",
  ]);
});
