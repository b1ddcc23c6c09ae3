import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { isNodeNumber, nodeMember } from "../../../shapes/node.js";
import type { AppliedTrait } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";

const trait = "smithy.api#length";

/** `LengthTrait`: bounds of lengths are natural numbers in order ("length trait"). */
export function* lengthTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(trait)) {
    const applied = shape.traits.get(trait);
    if (applied === undefined) continue;
    for (const problem of problemsOf(applied)) yield shapeFinding("ERROR", "LengthTrait", shape, problem, applied);
  }
}

function problemsOf({ value }: AppliedTrait): readonly string[] {
  const [min, max] = ["min", "max"].map((name) => {
    const bound = nodeMember(value, name);
    return isNodeNumber(bound) ? Number(String(bound)) : undefined;
  });
  const problems: string[] = [];
  if (min !== undefined && min < 0) problems.push("A length trait is applied with a negative `min` value.");
  if (max !== undefined && max < 0) problems.push("A length trait is applied with a negative `max` value.");
  if (min !== undefined && max !== undefined && min > max) {
    problems.push("A length trait is applied with a `min` value greater than its `max` value.");
  }
  return problems;
}
