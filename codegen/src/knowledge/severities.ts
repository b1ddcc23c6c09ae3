import { type Diagnostic, severities, type Severity } from "../diagnostics/diagnostic.js";
import { findShape, type Model } from "../shapes/model.js";
import { isNodeArray, nodeMember } from "../shapes/node.js";
import { namespaceOf } from "../shapes/shape-id.js";

interface Suppression {
  readonly id: string;
  /** `*` for all. */
  readonly namespace: string;
  readonly reason: string | undefined;
}

interface Override {
  readonly id: string;
  readonly namespace: string;
  readonly severity: Severity;
}

/** "Suppressions" and "Severity overrides". What is suppressed stays in the list, and says so. */
export function applySeverities(model: Model, findings: readonly Diagnostic[]): readonly Diagnostic[] {
  if (findings.length === 0) return findings;
  const suppressions = readSuppressions(model);
  const overrides = readOverrides(model);
  return findings.map((finding) => {
    if (finding.severity === "ERROR") return finding;
    const reason = suppressionOf(model, suppressions, finding);
    if (reason !== undefined) return { ...finding, severity: "SUPPRESSED", ...reason };
    const severity = overrides.find((override) => appliesTo(override, finding))?.severity;
    return severity !== undefined && rank(severity) > rank(finding.severity) ? { ...finding, severity } : finding;
  });
}

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}

function suppressionOf(
  model: Model,
  suppressions: readonly Suppression[],
  finding: Diagnostic,
): { readonly suppressionReason?: string } | undefined {
  const shape = finding.shape === undefined ? undefined : findShape(model, finding.shape);
  const own = shape?.traits.get("smithy.api#suppress")?.value;
  if (isNodeArray(own) && own.some((id) => typeof id === "string" && contains(id, finding.code))) return {};
  const suppression = suppressions.find((candidate) => appliesTo(candidate, finding));
  if (suppression === undefined) return undefined;
  return suppression.reason === undefined ? {} : { suppressionReason: suppression.reason };
}

function appliesTo({ id, namespace }: Pick<Suppression, "id" | "namespace">, finding: Diagnostic): boolean {
  if (!contains(id, finding.code)) return false;
  return namespace === "*" || (finding.shape !== undefined && namespaceOf(finding.shape) === namespace);
}

/** "Matching suppression event IDs": by segments, from the left. */
function contains(id: string, code: string): boolean {
  return code === id || (code.startsWith(id) && (code[id.length] === "." || id.endsWith(".")));
}

function readSuppressions(model: Model): readonly Suppression[] {
  return readEntries(model, "suppressions").map(({ id, namespace, node }) => {
    const reason = nodeMember(node, "reason");
    return { id, namespace, reason: typeof reason === "string" ? reason : undefined };
  });
}

function readOverrides(model: Model): readonly Override[] {
  return readEntries(model, "severityOverrides").flatMap(({ id, namespace, node }) => {
    const severity = nodeMember(node, "severity");
    return severity === "WARNING" || severity === "DANGER" ? [{ id, namespace, severity }] : [];
  });
}

function readEntries(model: Model, key: string) {
  const list = nodeMember(model.metadata, key);
  if (!isNodeArray(list)) return [];
  return list.flatMap((node) => {
    const id = nodeMember(node, "id");
    const namespace = nodeMember(node, "namespace");
    return typeof id === "string" && typeof namespace === "string" ? [{ id, namespace, node }] : [];
  });
}
