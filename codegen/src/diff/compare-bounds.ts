import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { compareDecimals } from "../shapes/compare-decimals.js";
import { isNodeNumber, nodeMember } from "../shapes/node.js";
import type { AppliedTrait } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { type Differences, traitChange } from "./differences.js";
import { finding } from "./evaluator.js";

/** Findings where a trait with `min` and `max` allows less than it did. A lower bound that is absent counts as 0. */
export function* compareBounds(differences: Differences, code: string, trait: ShapeId): Iterable<Diagnostic> {
  for (const pair of differences.pairs) {
    const change = traitChange(pair, trait);
    if (change?.before === undefined || change.after === undefined) continue;
    const oldMin = boundOf(change.before, "min") ?? "0";
    const newMin = boundOf(change.after, "min") ?? "0";
    if (compareDecimals(newMin, oldMin) > 0) {
      const message = `${trait} trait value \`min\` was made more restrictive by raising from ${oldMin} to ${newMin}`;
      yield finding(code, "ERROR", pair.after, message);
    }
    const oldMax = boundOf(change.before, "max");
    const newMax = boundOf(change.after, "max");
    if (newMax !== undefined && (oldMax === undefined || compareDecimals(oldMax, newMax) > 0)) {
      const message = `${trait} trait value \`max\` was made more restrictive by lowering from ${oldMax ?? "null"} to ${newMax}`;
      yield finding(code, "ERROR", pair.after, message);
    }
  }
}

function boundOf({ value }: AppliedTrait, key: "min" | "max"): string | undefined {
  const bound = nodeMember(value, key);
  return isNodeNumber(bound) ? String(bound) : undefined;
}
