import { describe, expect, it } from "vitest";
import { createSource } from "../source/source.js";
import type { Diagnostic } from "./diagnostic.js";
import { renderFrame } from "./render-frame.js";
import { renderJson } from "./render-json.js";
import { renderLine } from "./render-line.js";
import { renderSarif } from "./render-sarif.js";

/** A finding at the part of a text between `«` and `»`. */
function findingAt(marked: string, details: Partial<Diagnostic> = {}): Diagnostic {
  const start = marked.indexOf("«");
  const source = createSource("model/a.smithy", marked.replace("«", "").replace("»", ""));
  const location = { source, start, end: marked.indexOf("»") - 1 };
  return { code: "Target", severity: "ERROR", message: "No such shape", location, ...details };
}

/** The source line of a frame and the line below it, without what stands left of them. */
function markedLine(marked: string, width?: number): string {
  const lines = renderFrame(findingAt(marked), { width }).split("\n");
  return lines
    .slice(3, 5)
    .map((line) => line.replace(/^ *\d* \| ?/, ""))
    .join("\n");
}

describe("renderFrame", () => {
  it("shows what, where, the shape, what to try, and related places", () => {
    const diagnostic = findingAt("string A\nstructure B { a: «Strin» }\n", {
      shape: "a#B$a",
      suggestion: 'Did you mean "String"?',
    });
    const { location } = findingAt("«string A»");
    const related = location === undefined ? [] : [{ message: "Another one", location }];
    expect(renderFrame({ ...diagnostic, related })).toBe(
      [
        "ERROR Target  No such shape",
        "  --> model/a.smithy:2:18",
        "    |",
        "  2 | structure B { a: Strin }",
        "    |                  ^^^^^",
        "    = shape: a#B$a",
        '    = Did you mean "String"?',
        "    = Another one:",
        "  --> model/a.smithy:1:1",
        "    |",
        "  1 | string A",
        "    | ^^^^^^^^",
      ].join("\n"),
    );
  });

  it.each([
    ["an empty place", "ab«»c", "abc\n  ^"],
    ["the end of a line", "abc«\n»d", "abc\n   ^"],
    ["the end of a file", "abc\n«»", "\n^"],
    ["several lines: the first", "a {«\n b\n»}", "a {\n   ^"],
    ["tabs", "\ta\t«b»", "    a   b\n        ^"],
    ["a tab itself", "a«\t»b", "a   b\n ^^^"],
    ["wide characters", "日本«語»", "日本語\n    ^^"],
    ["combining characters", "e\u0301«x»", "e\u0301x\n ^"],
    ["emoji of several characters", "👩‍🚀«x»", "👩‍🚀x\n  ^"],
    ["what would steer the terminal", "\u001b[2J«\u202e»x", "\\u001b[2J\\u202ex\n         ^^^^^^"],
  ])("marks %s", (_, marked, expected) => {
    expect(markedLine(marked)).toBe(expected);
  });

  it.each([
    ["behind the place", `«a»${"x".repeat(50)}`, `a${"x".repeat(18)}…\n^`],
    ["in front of it", `${"x".repeat(50)}«a»`, `…${"x".repeat(12)}a\n${" ".repeat(13)}^`],
    [
      "on both sides",
      `${"x".repeat(50)}«a»${"y".repeat(50)}`,
      `…${"x".repeat(12)}a${"y".repeat(5)}…\n${" ".repeat(13)}^`,
    ],
    ["in the place", `ab«${"x".repeat(50)}»`, `ab${"x".repeat(17)}…\n  ${"^".repeat(18)}`],
    ["of wide characters", `${"日".repeat(50)}«a»`, `…${"日".repeat(6)}a\n${" ".repeat(13)}^`],
    [
      "that is a whole file",
      `${"😀".repeat(100_000)}«a»${"😀".repeat(100_000)}`,
      `…${"😀".repeat(6)}a${"😀".repeat(2)}…\n${" ".repeat(13)}^`,
    ],
  ])("clips a long line %s", (_, marked, expected) => {
    expect(markedLine(marked, 20)).toBe(expected);
  });

  it("names the place of a syntax error once, and keeps a quoted line break on its line", () => {
    const message = "Syntax error at line 1, column 2: Expected COLON(':') but found NEWLINE('\n')";
    const [first] = renderFrame(findingAt("a«»", { code: "Model", message })).split("\n");
    expect(first).toBe("ERROR Model  Syntax error: Expected COLON(':') but found NEWLINE('\\n')");
    const elsewhere = renderFrame(findingAt("«»a", { message }));
    expect(elsewhere).toContain("Syntax error at line 1, column 2: Expected");
  });

  it("indents the further lines of a message, and shows control characters in all texts", () => {
    const frame = renderFrame({
      code: "A\u001b",
      severity: "SUPPRESSED",
      message: "one\ntwo\u0007",
      shape: "a#\u001b",
      suggestion: "\u001b",
      suppressionReason: "because\u001b",
    });
    expect(frame).toBe(
      "SUPPRESSED A\\u001b  one\n    two\\u0007\n    = shape: a#\\u001b\n    = \\u001b\n    = suppressed: because\\u001b",
    );
  });

  it("takes colours only when told", () => {
    expect(renderFrame(findingAt("«a»"))).not.toContain("\u001b[");
    const coloured = renderFrame(findingAt("«a»"), { colour: true });
    expect(coloured).toContain("\u001b[31m^\u001b[39m");
  });

  it("names a place in JSON by its pointer when nobody resolved it", () => {
    const location = { source: createSource("a.json", "{}"), pointer: "/shapes" };
    expect(renderFrame({ code: "A", severity: "NOTE", message: "m", location })).toBe(
      "NOTE A  m\n  --> a.json /shapes",
    );
  });
});

describe("renderLine", () => {
  it.each([
    [findingAt("a\n«b»"), "model/a.smithy:2:1: ERROR Target: No such shape"],
    [
      findingAt("«b»", { shape: "a#B", suggestion: "Try C.", severity: "WARNING" }),
      "model/a.smithy:1:1: WARNING Target: No such shape (a#B). Try C.",
    ],
    [findingAt("«b»", { shape: "a#B", message: "No a#B." }), "model/a.smithy:1:1: ERROR Target: No a#B."],
    [
      { code: "A", severity: "SUPPRESSED", message: "m\n\u001b[2J", suppressionReason: "r" } as const,
      "SUPPRESSED A: m\\n\\u001b[2J [suppressed: r]",
    ],
  ])("%#", (diagnostic, expected) => {
    expect(renderLine(diagnostic)).toBe(expected);
  });
});

it("renderJson gives every property, with start and end of each place", () => {
  const diagnostic = findingAt("a\n«b\nc»d", { shape: "a#B", suggestion: "s" });
  const related = diagnostic.location === undefined ? [] : [{ message: "r", location: diagnostic.location }];
  const place = { file: "model/a.smithy", line: 2, column: 1, endLine: 3, endColumn: 2 };
  expect(
    JSON.parse(
      renderJson([
        { ...diagnostic, related },
        { code: "B", severity: "NOTE", message: "m" },
      ]),
    ),
  ).toEqual([
    {
      code: "Target",
      severity: "ERROR",
      message: "No such shape",
      shape: "a#B",
      suggestion: "s",
      ...place,
      related: [{ message: "r", ...place }],
    },
    { code: "B", severity: "NOTE", message: "m" },
  ]);
});

describe("renderSarif", () => {
  function resultsOf(...diagnostics: readonly Diagnostic[]): readonly Record<string, unknown>[] {
    const report = JSON.parse(renderSarif(diagnostics, { name: "tool", version: "1.2.3" })) as {
      readonly runs: readonly [{ readonly results: readonly Record<string, unknown>[] }];
    };
    return report.runs[0].results;
  }

  it("gives one run with a rule for each code", () => {
    const note = { code: "B", severity: "NOTE", message: "m" } as const;
    expect(JSON.parse(renderSarif([findingAt("«a»"), note, note], { name: "tool", version: "1.2.3" }))).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "tool", version: "1.2.3", rules: [{ id: "Target" }, { id: "B" }] } },
          columnKind: "utf16CodeUnits",
          results: [
            { ruleId: "Target", ruleIndex: 0 },
            { ruleId: "B", ruleIndex: 1 },
            { ruleId: "B", ruleIndex: 1 },
          ],
        },
      ],
    });
  });

  it("gives a result its level, its text and where it starts and ends", () => {
    const diagnostic = findingAt("a\n«b\nc»d", { shape: "a#B", suggestion: "Try it.", severity: "DANGER" });
    const related = diagnostic.location === undefined ? [] : [{ message: "r", location: diagnostic.location }];
    const physicalLocation = {
      artifactLocation: { uri: "model/a.smithy" },
      region: { startLine: 2, startColumn: 1, endLine: 3, endColumn: 2 },
    };
    expect(resultsOf({ ...diagnostic, related })).toEqual([
      {
        ruleId: "Target",
        ruleIndex: 0,
        level: "error",
        message: { text: "No such shape. Try it." },
        locations: [{ physicalLocation, logicalLocations: [{ fullyQualifiedName: "a#B" }] }],
        relatedLocations: [{ id: 0, message: { text: "r" }, physicalLocation }],
      },
    ]);
  });

  it("marks what is suppressed", () => {
    const suppressed = { code: "A", severity: "SUPPRESSED", message: "m", suppressionReason: "because" } as const;
    expect(resultsOf(suppressed)).toEqual([
      {
        ruleId: "A",
        ruleIndex: 0,
        level: "note",
        message: { text: "m" },
        suppressions: [{ kind: "inSource", justification: "because" }],
      },
    ]);
  });

  it.each([
    ["model/a b.smithy", "model/a%20b.smithy"],
    ["/home/a/b#1.smithy", "file:///home/a/b%231.smithy"],
    ["C:\\a\\b.smithy", "file:///C:/a/b.smithy"],
    ["a\\b.smithy", "a/b.smithy"],
    ["https://example.com/a.smithy", "https://example.com/a.smithy"],
  ])("names the file %j as %j", (name, uri) => {
    const location = { source: createSource(name, "x"), start: 0, end: 1 };
    const [result] = resultsOf({ code: "A", severity: "ERROR", message: "m", location });
    expect(result).toMatchObject({ locations: [{ physicalLocation: { artifactLocation: { uri } } }] });
  });
});
