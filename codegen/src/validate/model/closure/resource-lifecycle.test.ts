import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { resourceLifecycleRule } from "./resource-lifecycle.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `resource R { put: O, create: O, read: O, update: O, delete: O, list: O }
operation O {}`,
    [
      "ERROR ResourceLifecycle a#R: The `put` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must be marked as idempotent.",
      "ERROR ResourceLifecycle a#R: The `read` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must be marked with the readonly trait.",
      "ERROR ResourceLifecycle a#R: The `delete` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must be marked as idempotent.",
      "ERROR ResourceLifecycle a#R: The `list` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must be marked with the readonly trait.",
    ],
  ],
  [
    `resource R { put: O, create: O, read: O, update: O, delete: O, list: O }
@readonly operation O {}`,
    [
      "ERROR ResourceLifecycle a#R: The `put` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must not be marked with the readonly trait.",
      "ERROR ResourceLifecycle a#R: The `put` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must be marked as idempotent.",
      "ERROR ResourceLifecycle a#R: The `create` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must not be marked with the readonly trait.",
      "ERROR ResourceLifecycle a#R: The `update` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must not be marked with the readonly trait.",
      "ERROR ResourceLifecycle a#R: The `delete` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must not be marked with the readonly trait.",
      "ERROR ResourceLifecycle a#R: The `delete` lifecycle operation of this resource targets an invalid operation, `a#O`. The targeted operation must be marked as idempotent.",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(resourceLifecycleRule, text)).toEqual(findings);
});
