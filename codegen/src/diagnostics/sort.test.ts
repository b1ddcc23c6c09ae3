import { describe, expect, it } from "vitest";
import { createSource } from "../source/source.js";
import type { Diagnostic } from "./diagnostic.js";
import { sortDiagnostics } from "./sort.js";
import { renderSummary } from "./summary.js";

const first = createSource("a.smithy", "aa\nbb");
const second = createSource("b.smithy", "aa\nbb");

function finding(message: string, details: Partial<Diagnostic> = {}): Diagnostic {
  return { code: "Code", severity: "ERROR", message, ...details };
}

describe("sortDiagnostics", () => {
  it.each([
    [
      "file, line and column",
      [
        finding("5", { location: { source: second, start: 0, end: 0 } }),
        finding("4", { location: { source: first, start: 4, end: 4 } }),
        finding("2", { location: { source: first, start: 1, end: 1 } }),
        finding("3", { location: { source: first, start: 3, end: 3 } }),
        finding("1"),
      ],
    ],
    [
      "severity's name, shape, message and code",
      [
        finding("6", { severity: "WARNING" }),
        finding("5", { severity: "NOTE" }),
        finding("4", { shape: "b#C" }),
        finding("3", { shape: "a#B" }),
        finding("2"),
        finding("1", { severity: "DANGER" }),
      ],
    ],
    [
      "places in JSON that were not resolved",
      [
        finding("2", { location: { source: first, pointer: "/b" } }),
        finding("1", { location: { source: first, pointer: "/a" } }),
      ],
    ],
  ])("goes by %s", (_, diagnostics) => {
    expect(sortDiagnostics(diagnostics).map(({ message }) => message)).toEqual(
      diagnostics.map(({ message }) => message).toSorted(),
    );
  });
});

describe("renderSummary", () => {
  it.each([
    [[], "SUCCESS: Validated 7 shapes"],
    [["WARNING", "NOTE", "WARNING"], "SUCCESS: Validated 7 shapes (WARNING: 2, NOTE: 1)"],
    [["NOTE", "DANGER", "SUPPRESSED"], "FAILURE: Validated 7 shapes (DANGER: 1, NOTE: 1)"],
    [["WARNING", "DANGER", "ERROR"], "FAILURE: Validated 7 shapes (ERROR: 1, DANGER: 1, WARNING: 1)"],
    [["SUPPRESSED"], "SUCCESS: Validated 7 shapes"],
  ] as const)("%j", (found, line) => {
    const diagnostics = found.map((severity) => finding("x", { severity }));
    expect(renderSummary(diagnostics, 7)).toBe(line);
  });
});
