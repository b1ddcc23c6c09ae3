import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../../shapes/model-index.js";
import { isNodeNumber, nodeMember } from "../../../shapes/node.js";
import { normaliseDecimal } from "../../../shapes/node-equality.js";
import type { AppliedTrait, Shape } from "../../../shapes/shape.js";
import { compareDecimals } from "../../../shapes/compare-decimals.js";
import { shapeFinding } from "../../shape-finding.js";

const id = "smithy.api#range";

/** `RangeTrait`: bounds are in order, and whole where the numbers are ("range trait"). */
export function* rangeTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(id)) {
    const trait = shape.traits.get(id);
    if (trait === undefined) continue;
    for (const problem of problemsOf(model, shape, trait)) {
      yield shapeFinding("ERROR", "RangeTrait", shape, problem, trait);
    }
  }
}

function* problemsOf(model: Model, shape: Shape, trait: AppliedTrait): Iterable<string> {
  const [min, max] = [boundOf(trait, "min"), boundOf(trait, "max")];
  for (const [name, bound] of [
    ["min", min],
    ["max", max],
  ] as const) {
    const problem = bound === undefined || isWhole(bound) ? undefined : problemOfFraction(model, shape, name, bound);
    if (problem !== undefined) yield problem;
  }
  if (min !== undefined && max !== undefined && compareDecimals(min, max) > 0) {
    yield "A range trait is applied with a `min` value greater than its `max` value.";
  }
}

function boundOf({ value }: AppliedTrait, name: string): string | undefined {
  const bound = nodeMember(value, name);
  return isNodeNumber(bound) ? String(bound) : undefined;
}

/** False for a number with a fraction. */
function isWhole(text: string): boolean {
  return !/e-/.test(normaliseDecimal(text));
}

function problemOfFraction(model: Model, shape: Shape, name: string, bound: string): string | undefined {
  const target = resolveTarget(model, shape);
  if (target === undefined || ["float", "double", "bigDecimal"].includes(target.kind)) return undefined;
  return shape.kind === "member"
    ? `Member \`${shape.id}\` is marked with the \`range\` trait, but its \`${name}\` property is a decimal (${bound}) when its target (\`${target.id}\`) does not support decimals.`
    : `Shape \`${shape.id}\` is marked with the \`range\` trait, but its \`${name}\` property is a decimal (${bound}) when its shape (\`${shape.kind}\`) does not support decimals.`;
}
