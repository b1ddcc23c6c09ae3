import { type Diagnostic, severities, type Severity } from "../../diagnostics/diagnostic.js";
import { findShape } from "../../shapes/model.js";
import type { MemberShape, Shape } from "../../shapes/shape.js";
import { type Differences, pairOf, pairsOfKind, type ShapePair } from "../differences.js";
import { type EvaluateAll, finding } from "../evaluator.js";

/**
 * `ChangedMemberTarget`: a member targets another shape. Where the names of both matter in generated code, that breaks it;
 * otherwise it is as severe as what distinguishes the two targets.
 */
export function* changedMemberTarget(differences: Differences, evaluateAll: EvaluateAll): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "member")) {
    if (before.target === after.target) continue;
    const oldTarget = findShape(differences.oldModel, before.target);
    const newTarget = findShape(differences.newModel, after.target);
    // What leads nowhere is reported by validation.
    if (oldTarget === undefined || newTarget === undefined) continue;
    const { severity, text } = judge(differences, oldTarget, newTarget, evaluateAll);
    const targets = `from \`${oldTarget.id}\` (${oldTarget.kind}) to \`${newTarget.id}\` (${newTarget.kind})`;
    const message = `The shape targeted by the member \`${before.id}\` changed ${targets}. ${text}`;
    yield finding("ChangedMemberTarget", severity, after, message);
  }
}

interface Judgement {
  readonly severity: Severity;
  readonly text: string;
}

/** Kinds of which generated code has types by name. */
const namedKinds: ReadonlySet<string> = new Set([
  "enum",
  "intEnum",
  "member",
  "operation",
  "resource",
  "service",
  "structure",
  "union",
]);

function judge(
  { oldModel, newModel, comparing }: Differences,
  before: Shape,
  after: Shape,
  evaluateAll: EvaluateAll,
): Judgement {
  if (before.kind !== after.kind) {
    const text = `The type of the targeted shape changed from ${before.kind} to ${after.kind}.`;
    return { severity: "ERROR", text };
  }
  if (namedKinds.has(before.kind)) return { severity: "ERROR", text: `The name of a ${before.kind} is significant.` };
  if (before.traits.has("smithy.api#enum")) {
    const text =
      "The `smithy.api#enum` trait was found on the target, so the name of the targeted shape matters for codegen.";
    return { severity: "ERROR", text };
  }
  // Lists and maps that hold each other make no valid model, but must not be followed for ever.
  const key = `${before.id} ${after.id}`;
  if (comparing?.has(key) === true) return { severity: "WARNING", text: compatible };
  const pairs: readonly ShapePair[] = [pairOf(before, after), ...pairsOfMembers(before, after)];
  const inside = new Set(comparing).add(key);
  return summarise(evaluateAll({ oldModel, newModel, added: [], removed: [], pairs, comparing: inside }));
}

function pairsOfMembers(before: Shape, after: Shape): readonly ShapePair<MemberShape>[] {
  if (before.kind === "list" && after.kind === "list") return [pairOf(before.member, after.member)];
  if (before.kind !== "map" || after.kind !== "map") return [];
  return [pairOf(before.key, after.key), pairOf(before.value, after.value)];
}

const compatible = "This was determined backward compatible.";

function summarise(findings: readonly Diagnostic[]): Judgement {
  if (findings.length === 0) return { severity: "WARNING", text: compatible };
  const rank = Math.max(severities.indexOf("WARNING"), ...findings.map(({ severity }) => severities.indexOf(severity)));
  const severity = severities[rank] ?? "ERROR";
  const lines = findings.map((entry) => `- [${entry.severity}] ${entry.message.replaceAll("\n", "\n  ").trim()}\n`);
  const text = `This will result in the following effective differences:\n\n${lines.join("")}`.trim();
  return { severity, text: severity === "WARNING" ? `${compatible} ${text}` : text };
}
