import type { Severity } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { resolveTarget } from "../../../shapes/model-index.js";
import { equalNodes } from "../../../shapes/node-equality.js";
import { type RootShape, type Shape, simpleKinds, type Traits } from "../../../shapes/shape.js";

const simple: ReadonlySet<Shape["kind"]> = new Set([...simpleKinds, "enum", "intEnum"]);

/**
 * How bad it is that two shapes have the same name in a service ("Service closure"): simple types that are the same may, lists of
 * the same should not, and nothing else can.
 */
export function nameConflict(model: Model, left: RootShape, right: RootShape): Severity {
  let [a, b]: [RootShape | undefined, RootShape | undefined] = [left, right];
  const seen = new Set<RootShape>();
  // From list to list: how deep they nest is up to the model, and they may nest without end.
  while (a !== undefined && b !== undefined && !seen.has(a)) {
    seen.add(a);
    if (!mayShareName(a, b)) return "ERROR";
    if (a.kind !== "list" || b.kind !== "list") break;
    if (!sameTraits(a.member.traits, b.member.traits)) return "ERROR";
    [a, b] = [resolveTarget(model, a.member), resolveTarget(model, b.member)];
  }
  return left.kind === "list" ? "WARNING" : "NOTE";
}

function mayShareName(left: RootShape, right: RootShape): boolean {
  const allowed = left.kind === "list" || simple.has(left.kind);
  return allowed && left.kind === right.kind && sameTraits(left.traits, right.traits);
}

function sameTraits(left: Traits, right: Traits): boolean {
  if (left.size !== right.size) return false;
  return [...left.values()].every(({ id, value }) => {
    const other = right.get(id);
    return other !== undefined && equalNodes(value, other.value);
  });
}
