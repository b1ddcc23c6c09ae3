import { addToGroup } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { RootShape, StructureShape, UnionShape } from "../../../shapes/shape.js";

/**
 * The unions of which no value can end. As in Smithy's implementation, one required member of a structure that can end is
 * enough for the structure.
 */
export function endlessUnions(model: Model): readonly UnionShape[] {
  const usedBy = new Map<RootShape, RootShape[]>();
  const ending = new Set<RootShape>();
  for (const shape of [...modelIndex(model).ofKind("union"), ...modelIndex(model).ofKind("structure")]) {
    if (endsAtOnce(model, shape)) ending.add(shape);
    for (const { target } of shape.members.values()) {
      const used = model.shapes.get(target);
      if (used !== undefined && canHold(used)) addToGroup(usedBy, used, shape);
    }
  }
  // A set that grows while it is walked: what holds something that can end can end.
  for (const shape of ending) for (const user of usedBy.get(shape) ?? []) ending.add(user);
  return modelIndex(model)
    .ofKind("union")
    .filter((union) => union.members.size > 0 && !ending.has(union));
}

function endsAtOnce(model: Model, shape: UnionShape | StructureShape): boolean {
  const members = [...shape.members.values()];
  if (shape.kind === "structure" && members.every(({ traits }) => !traits.has("smithy.api#required"))) return true;
  return members.some((member) => {
    if (shape.kind === "structure" && !member.traits.has("smithy.api#required")) return true;
    const target = model.shapes.get(member.target);
    return target === undefined || !canHold(target);
  });
}

/** Whether values of the shape may have to hold others. */
function canHold(shape: RootShape): boolean {
  return shape.kind === "union" || (shape.kind === "structure" && shape.members.size > 0);
}
