import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isOfType } from "../../selector/shape-types.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../shapes/model-index.js";
import type { MemberShape, RootShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { expression, listOf, type NameTest, objectOf } from "../configuration.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";

const code = "ShouldHaveUsedTimestamp";

const configuration = objectOf<{ additionalPatterns: readonly NameTest[] }>(
  "software.amazon.smithy.linters.ShouldHaveUsedTimestampValidator$Config",
  { additionalPatterns: { decoder: listOf(expression) } },
);

/** What names of points in time look like. */
const defaultPatterns = [
  /[Tt]imestamp/,
  /^[Tt]ime(?:[_A-Z]|$)/,
  /^[Dd]ate(?:[_A-Z]|$)/,
  /(?:[a-z]T|_[Tt])ime$/,
  /(?:[a-z]D|_[Dd])ate$/,
  /(?:[a-z]A|_[Aa])t$/,
  /(?:[a-z]O|_[Oo])n$/,
  /(?:[a-z]S|_[Ss])ince$/,
].map(
  (pattern): NameTest =>
    (name) =>
      pattern.test(name),
);

/**
 * `ShouldHaveUsedTimestamp`: strings and numbers, and members of structures and unions, that are named like a point in time are
 * timestamps ("ShouldHaveUsedTimestamp"). As in Smithy, a shape is found once for each pattern, a member once.
 */
export const shouldHaveUsedTimestampLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const patterns = [...defaultPatterns, ...(decoded.value.additionalPatterns ?? [])];
  return { rule: (model) => modelIndex(model).roots.flatMap((shape) => checkShape(model, shape, patterns)) };
};

function checkShape(model: Model, shape: RootShape, patterns: readonly NameTest[]): readonly Diagnostic[] {
  if (shape.kind === "structure" || shape.kind === "union") {
    return [...shape.members.values()].flatMap((member) => checkMember(model, member, patterns));
  }
  if (shape.kind !== "string" && !isOfType(shape, "number")) return [];
  const name = nameOf(shape.id);
  const message = `Shape \`${name}\` is named like a timestamp but is a \`${shape.kind}\` shape.`;
  return patterns.filter((pattern) => pattern(name)).map(() => shapeFinding("DANGER", code, shape, message));
}

function checkMember(model: Model, member: MemberShape, patterns: readonly NameTest[]): readonly Diagnostic[] {
  const target = resolveTarget(model, member);
  if (target === undefined || target.kind === "timestamp" || target.kind === "enum") return [];
  if ((target.kind === "structure" || target.kind === "list") && hasOnlyTimestamps(model, target)) return [];
  if (!patterns.some((pattern) => pattern(member.name))) return [];
  const message = `Member \`${member.name}\` is named like a timestamp but references a \`${target.kind}\` shape`;
  return [shapeFinding("DANGER", code, member, message)];
}

function hasOnlyTimestamps(model: Model, shape: RootShape): boolean {
  return [...shape.members.values()].every((member) => {
    const target = resolveTarget(model, member);
    return target === undefined || target.kind === "timestamp";
  });
}
