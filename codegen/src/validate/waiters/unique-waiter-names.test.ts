import { expect, test } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { uniqueWaiterNamesRule } from "./unique-waiter-names.js";

const waitable = (name: string) =>
  `@smithy.waiters#waitable({ ${name}: { acceptors: [{ state: "success", matcher: { success: true } }] } })`;

test.each([
  ["names that differ", "Done", "Ready", []],
  [
    "names that differ in case only",
    "Done",
    "DONE",
    ["a#A", "a#B"].map(
      (id, index) =>
        `ERROR UniqueWaiterNames ${id}: \`smithy.waiters#waitable\` trait waiter name \`done\` case-insensitively conflicts with waiters on other operations in the closure of service, \`a#S\`: [${["a#B", "a#A"][index]}]`,
    ),
  ],
])("%s", (_name, first, second, wanted) => {
  const text = `service S { version: "1", operations: [A], resources: [R] }
    resource R { operations: [B] }
    ${waitable(first)} operation A {}
    ${waitable(second)} operation B {}`;
  expect(findingsOf(uniqueWaiterNamesRule, text)).toEqual(wanted);
});
