import { expect, test } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { waitableTraitRule } from "./waitable-trait.js";

const operation = (waiters: string) => `
  use smithy.waiters#waitable
  @waitable(${waiters})
  operation O { input := { id: String }, output := { status: String, done: Boolean, tags: Tags }, errors: [E] }
  list Tags { member: String }
  @error("client") structure E {}`;

const success = '{ state: "success", matcher: { success: true } }';

const path = (kind: string, expression: string, comparator: string, expected = "x") =>
  `{ W: { acceptors: [{ state: "success", matcher: { ${kind}: { path: "${expression}", comparator: "${comparator}", expected: "${expected}" } } }] } }`;

const problem = "WaitableTraitJmespathProblem";
const waiter = "a#O: Waiter `W`, acceptor 0:";

test.each([
  ["a valid waiter", path("output", "status", "stringEquals"), []],
  ["both sides", path("inputOutput", "input.id == output.status", "booleanEquals", "true"), []],
  [
    "no success",
    '{ W: { acceptors: [{ state: "retry", matcher: { errorType: "E" } }] } }',
    ["ERROR WaitableTrait a#O: No success state matcher found for `smithy.waiters#waitable` trait waiter named `W`"],
  ],
  [
    "delays out of order",
    `{ W: { minDelay: 200, acceptors: [${success}] } }`,
    [
      "ERROR WaitableTrait a#O: `smithy.waiters#waitable` trait waiter named `W` has a `minDelay` value of 200 that is greater than its `maxDelay` value of 120",
    ],
  ],
  [
    "an unknown error",
    '{ W: { acceptors: [{ state: "success", matcher: { errorType: "F" } }] } }',
    [
      `WARNING WaitableTraitInvalidErrorType.W.0 ${waiter} errorType 'F' not found on operation. This operation defines the following errors: [a#E]`,
    ],
  ],
  [
    "an unknown error beside a message, told of twice as Smithy does",
    `{ W: { acceptors: [{ state: "failure", message: "status", matcher: { errorType: "F" } }, ${success}] } }`,
    Array.from(
      { length: 2 },
      () =>
        `WARNING WaitableTraitInvalidErrorType.W.0 ${waiter} errorType 'F' not found on operation. This operation defines the following errors: [a#E]`,
    ),
  ],
  [
    "no boolean",
    path("output", "done", "booleanEquals", "yes"),
    [
      `ERROR WaitableTrait ${waiter} Waiter acceptors with a booleanEquals comparator must set their \`expected\` value to 'true' or 'false', but found 'yes'.`,
    ],
  ],
  [
    "another type",
    path("output", "status", "allStringEquals"),
    [
      `DANGER ${problem}.ReturnTypeMismatch.W.0 ${waiter} Waiter acceptors with a allStringEquals comparator must return a \`array\` type, but this acceptor was statically determined to return a \`string\` type.`,
    ],
  ],
  [
    "an expression that is none",
    path("output", "||", "stringEquals"),
    [
      `ERROR WaitableTrait ${waiter} Invalid JMESPath expression (||): Syntax error at line 1 column 1: Expected ['@', 'A-Z|a-z|_', '\`', '*', '{', '[', '[]', '&', '!', '[?', '('], but found '||'`,
    ],
  ],
  [
    "a message that is not for a failure",
    '{ W: { acceptors: [{ state: "success", matcher: { success: true }, message: "status" }] } }',
    [
      `ERROR WaitableTrait ${waiter} The \`message\` property is only valid on acceptors with a \`failure\` state, but found state \`success\`.`,
    ],
  ],
  [
    "a message of another type",
    `{ W: { acceptors: [{ state: "failure", matcher: { errorType: "E" }, message: "done" }, ${success}] } }`,
    [
      `ERROR WaitableTrait ${waiter} The \`message\` JMESPath expression must resolve to a string or an array of strings, but this expression was statically determined to return a \`boolean\` type.`,
    ],
  ],
  [
    "a message of texts",
    `{ W: { acceptors: [{ state: "failure", matcher: { errorType: "E" }, message: "tags" }, ${success}] } }`,
    [],
  ],
])("%s", (_name, waiters, wanted) => {
  expect(findingsOf(waitableTraitRule, operation(waiters))).toEqual(wanted);
});
