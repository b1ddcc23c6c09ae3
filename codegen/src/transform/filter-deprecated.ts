import type { Model } from "../shapes/model.js";
import { nodeMember } from "../shapes/node.js";
import type { Shape } from "../shapes/shape.js";
import { removeShapes } from "./remove-shapes.js";

/** Removes the shapes and members whose `@deprecated` trait has a `since` that the condition holds for. */
export function removeDeprecatedSince(model: Model, isRemoved: (since: string) => boolean): Model {
  const ids: string[] = [];
  const check = (shape: Shape): void => {
    const since = nodeMember(shape.traits.get("smithy.api#deprecated")?.value, "since");
    if (typeof since === "string" && isRemoved(since)) ids.push(shape.id);
  };
  for (const root of model.shapes.values()) {
    check(root);
    for (const member of root.members.values()) check(member);
  }
  return removeShapes(model, ids);
}
