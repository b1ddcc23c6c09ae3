import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import { severities } from "../diagnostics/diagnostic.js";
import { findShape, type Model } from "../shapes/model.js";
import { isNodeArray, isNodeObject, type Node, nodeKind, type NodeObject } from "../shapes/node.js";
import { namespaceOf } from "../shapes/shape-id.js";
import { MemberReader } from "./member-reader.js";
import { metadataProblem } from "./metadata-problem.js";

/** What findings an entry is for. */
export interface Scope {
  readonly id: string;
  /** `*` for all, and for findings that are about no shape. */
  readonly namespace: string;
}

interface Suppression extends Scope {
  readonly reason: string | undefined;
}

interface Override extends Scope {
  readonly severity: Severity;
}

/** How a model changes the severity of what is found in it. */
export interface SeverityRules {
  readonly suppressions: readonly Suppression[];
  readonly overrides: readonly Override[];
  /** What is wrong with the metadata that says so. */
  readonly problems: readonly Diagnostic[];
}

/** Reads the metadata keys `suppressions` and `severityOverrides`. Entries that are not understood are left out. */
export function readSeverityRules(model: Model): SeverityRules {
  const problems: Diagnostic[] = [];
  const suppressions = readEntries(model, "suppressions", problems, (reader, scope) => ({
    ...scope,
    reason: reader.text("reason"),
  }));
  const overrides = readEntries(model, "severityOverrides", problems, (reader, scope) => ({
    ...scope,
    severity: reader.oneOf(reader.requiredText("severity"), ["WARNING", "DANGER"]) ?? "WARNING",
  }));
  return { suppressions, overrides, problems };
}

function readEntries<Entry>(
  model: Model,
  key: string,
  problems: Diagnostic[],
  read: (reader: MemberReader, scope: Scope) => Entry,
): readonly Entry[] {
  const list = model.metadata[key];
  if (list === undefined) return [];
  const wrong = wrongList(list);
  if (wrong !== undefined) {
    problems.push(metadataProblem(model, key, wrong));
    return [];
  }
  return (list as readonly NodeObject[]).flatMap((node) => {
    const reader = new MemberReader(node);
    const scope = { id: reader.requiredText("id"), namespace: reader.requiredText("namespace") };
    const entry = read(reader, scope);
    if (reader.problem === undefined) return [entry];
    problems.push(metadataProblem(model, key, reader.problem));
    return [];
  });
}

function wrongList(list: Node): string | undefined {
  if (!isNodeArray(list)) return `Expected array, but found ${nodeKind(list)}.`;
  const wrong = list.findIndex((entry) => !isNodeObject(entry));
  if (wrong < 0) return undefined;
  return `Expected array element ${wrong} to be a object but found ${nodeKind(list[wrong] as Node)}.`;
}

/**
 * "Suppressions" and "Severity overrides": gives each finding the severity that the model asks for. No error is changed, and
 * severities are only raised. What is suppressed stays in the list, and says so.
 *
 * @param rules - those of this model or another; by default its own
 */
export function applySeverities(
  model: Model,
  findings: readonly Diagnostic[],
  rules: SeverityRules = readSeverityRules(model),
): readonly Diagnostic[] {
  const { suppressions, overrides } = rules;
  return findings.map((finding) => {
    if (finding.severity === "ERROR" || finding.severity === "SUPPRESSED") return finding;
    if (isSuppressedByTrait(model, finding)) return { ...finding, severity: "SUPPRESSED" };
    const suppression = suppressions.find((candidate) => appliesTo(candidate, finding));
    if (suppression !== undefined) return suppress(finding, suppression.reason);
    const asked = overrides.filter((override) => appliesTo(override, finding)).map(({ severity }) => severity);
    return { ...finding, severity: highest([finding.severity, ...asked]) };
  });
}

function suppress(finding: Diagnostic, reason: string | undefined): Diagnostic {
  const suppressed: Diagnostic = { ...finding, severity: "SUPPRESSED" };
  return reason === undefined ? suppressed : { ...suppressed, suppressionReason: reason };
}

function highest(found: readonly Severity[]): Severity {
  return severities.findLast((severity) => found.includes(severity)) ?? "SUPPRESSED";
}

/** "suppress trait" */
function isSuppressedByTrait(model: Model, { shape: id, code }: Diagnostic): boolean {
  const shape = id === undefined ? undefined : findShape(model, id);
  const ids = shape?.traits.get("smithy.api#suppress")?.value;
  return (
    isNodeArray(ids) && ids.some((suppressed) => typeof suppressed === "string" && matchesEventId(suppressed, code))
  );
}

/** Whether a finding is one that an entry is for. */
export function appliesTo({ id, namespace }: Scope, { code, shape }: Diagnostic): boolean {
  if (!matchesEventId(id, code)) return false;
  return namespace === "*" || (shape !== undefined && namespaceOf(shape) === namespace);
}

/** "Matching suppression event IDs": by segments, from the left. */
export function matchesEventId(id: string, code: string): boolean {
  return code === id || code.startsWith(`${id}.`);
}
