import type { ParseResult, ValidationFailure } from "./failure.js";
import { createReport, type Key, type Report } from "./report.js";
import type { StandardIssue, StandardSchemaV1 } from "./standard-schema.js";

/** The outcome of a check, for the generated `parseX`. */
export function parseResult<T>(
  value: unknown,
  check: (value: unknown, path: string, key: Key, report: Report, depth: number) => void,
  drop: (value: T) => T,
): ParseResult<T> {
  const report = createReport();
  check(value, "", undefined, report, 0);
  return report.failures.length === 0
    ? { ok: true, value: drop(value as T) }
    : { ok: false, failures: report.failures };
}

/** For values that have no members to drop. */
export function keepWhole<T>(value: T): T {
  return value;
}

/** Makes the Standard Schema of a generated `parseX`. */
export function standardSchema<T>(parse: (value: unknown) => ParseResult<T>): StandardSchemaV1<unknown, T> {
  return {
    "~standard": {
      version: 1,
      vendor: "tsmith",
      validate(value) {
        const result = parse(value);
        return result.ok ? { value: result.value } : { issues: result.failures.map(issueOf) };
      },
    },
  };
}

function issueOf(failure: ValidationFailure): StandardIssue {
  return {
    message: failure.message,
    path: failure.path
      .split("/")
      .slice(1)
      .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")),
  };
}
