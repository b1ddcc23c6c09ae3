import type { Location } from "../source/source.js";
import type { Diagnostic, Severity } from "./diagnostic.js";
import { placeOf } from "./place.js";
import { safeJson } from "./terminal-text.js";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  ERROR: "error",
  DANGER: "error",
  WARNING: "warning",
  NOTE: "note",
  SUPPRESSED: "note",
};

/** The program that a report is of. */
export interface SarifTool {
  readonly name: string;
  readonly version: string;
}

/**
 * A report in SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), as code-scanning services take it: one run, a rule for each
 * code, each result with the place where it starts and ends.
 *
 * @param diagnostics - with locations that were resolved before: else a place in JSON is the beginning of its file
 * @returns JSON text
 */
export function renderSarif(diagnostics: readonly Diagnostic[], tool: SarifTool): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  const ruleIndexes = new Map(codes.map((code, index) => [code, index]));
  const report = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { ...tool, rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => toResult(diagnostic, ruleIndexes.get(diagnostic.code))),
      },
    ],
  };
  return safeJson(JSON.stringify(report, undefined, 2));
}

function toResult(diagnostic: Diagnostic, ruleIndex: number | undefined): object {
  const { code, severity, message, shape, location, suggestion, related, suppressionReason } = diagnostic;
  const logicalLocations = shape === undefined ? undefined : [{ fullyQualifiedName: shape }];
  const physicalLocation = location === undefined ? undefined : toPhysicalLocation(location);
  const hasPlace = logicalLocations !== undefined || physicalLocation !== undefined;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: {
      text: suggestion === undefined ? message : `${message}${/[.?!]$/.test(message) ? "" : "."} ${suggestion}`,
    },
    locations: hasPlace ? [{ physicalLocation, logicalLocations }] : undefined,
    relatedLocations: related?.map((entry, id) => ({
      id,
      message: { text: entry.message },
      physicalLocation: toPhysicalLocation(entry.location),
    })),
    suppressions: severity === "SUPPRESSED" ? [{ kind: "inSource", justification: suppressionReason }] : undefined,
  };
}

function toPhysicalLocation(location: Location): object {
  const { file, start, end } = placeOf(location);
  return {
    artifactLocation: { uri: toUri(file) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** A source's name as a URI reference: relative paths stay relative, so that a service finds them in its checkout. */
function toUri(name: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) return name;
  const path = name.replaceAll("\\", "/");
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (/^[a-z]:\//i.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf("/"))}`;
  return path.startsWith("/") ? `file://${encoded}` : encoded;
}
