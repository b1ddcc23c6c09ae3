import { expect, test } from "vitest";
import { filterDeprecatedRelativeDate } from "./filter-deprecated-relative-date.js";
import { filterDeprecatedRelativeVersion } from "./filter-deprecated-relative-version.js";
import { modelOf, shapesOf } from "./testing/models.js";

const filters = { date: filterDeprecatedRelativeDate, version: filterDeprecatedRelativeVersion };

test.each([
  { filter: "date", limit: "2024-10-01", since: "2024-09-30", isKept: false },
  { filter: "date", limit: "20241001", since: "2024-09-30", isKept: false },
  { filter: "date", limit: "2024-10-01", since: "20240930", isKept: false },
  { filter: "date", limit: "2024-10-01", since: "2024-10-01", isKept: true },
  { filter: "date", limit: "2024-10-01", since: "2024-10-02", isKept: true },
  { filter: "date", limit: "2024-10-01", since: "2024-00-30", isKept: true },
  { filter: "date", limit: "2024-10-01", since: "1.0", isKept: true },
  { filter: "version", limit: "1.1.0", since: "1.0.9", isKept: false },
  { filter: "version", limit: "1.1.0", since: "1.1.0", isKept: true },
  { filter: "version", limit: "1.1.0", since: "2.0.0", isKept: true },
  { filter: "version", limit: "9.0.0", since: "10.0.0", isKept: false },
  { filter: "version", limit: "10.0.0", since: "9.0.0", isKept: true },
  { filter: "version", limit: "1.1.0", since: "1.0", isKept: true },
  { filter: "version", limit: "1.1.0", since: "2024-09-30", isKept: true },
  { filter: "version", limit: "1.1.0-rc.1", since: "1.1.0-alpha.1", isKept: false },
] as const)("what is deprecated since $since is kept for the $filter $limit: $isKept", (given) => {
  const kept = (trait: string): string =>
    given.isKept ? `${trait} string A; structure S { ${trait} a: String, b: B }` : "structure S { b: B }";
  const trait = `@deprecated(since: "${given.since}")`;
  const before = `namespace a; @deprecated string B; ${trait} string A; structure S { ${trait} a: String, b: B }`;
  const { model, diagnostics } = filters[given.filter](modelOf(before), given.limit);
  expect(diagnostics).toEqual([]);
  expect(shapesOf(model)).toEqual(shapesOf(modelOf(`namespace a; @deprecated string B; ${kept(trait)}`)));
});

test.each([
  [
    "date",
    "2024-13-01",
    "Provided relativeDate: `2024-13-01` does not match ISO8601 calendar date format (YYYY-MM-DD).",
  ],
  ["date", "yesterday", "Provided relativeDate: `yesterday` does not match ISO8601 calendar date format (YYYY-MM-DD)."],
  ["version", "1.0", "Provided relativeVersion: `1.0` is not a valid semantic version."],
  ["version", "01.0.0", "Provided relativeVersion: `01.0.0` is not a valid semantic version."],
] as const)("the %s %s is refused", (filter, limit, message) => {
  const model = modelOf('namespace a; @deprecated(since: "0.0.1") string S');
  const result = filters[filter](model, limit);
  expect(result.model).toBe(model);
  expect(result.diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
});
