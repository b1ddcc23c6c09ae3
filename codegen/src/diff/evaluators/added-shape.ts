import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Shape } from "../../shapes/shape.js";
import type { Differences } from "../differences.js";
import { finding } from "../evaluator.js";

/** `AddedShape`: the new model has a shape, or an old shape a member, that the old model has not. */
export function* addedShape(differences: Differences): Iterable<Diagnostic> {
  for (const shape of differences.added) {
    if (isPartOfAnother(shape, differences)) continue;
    yield finding("AddedShape", "NOTE", shape, `Added ${shape.kind} \`${shape.id}\``);
  }
}

/** Members of a new shape, and those of an enum that was a string with the enum trait, are reported with it. */
function isPartOfAnother(shape: Shape, { oldModel, newModel }: Differences): boolean {
  if (shape.kind !== "member") return false;
  const container = oldModel.shapes.get(shape.container);
  if (container === undefined) return true;
  const isEnumString = container.kind === "string" && container.traits.has("smithy.api#enum");
  return isEnumString && newModel.shapes.get(shape.container)?.kind === "enum";
}
