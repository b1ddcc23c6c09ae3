import { selectorIn } from "../../../selector/model-selectors.js";
import type { Model } from "../../../shapes/model.js";
import { isNodeObject, type Node, nodeMember } from "../../../shapes/node.js";
import type { AppliedTrait } from "../../../shapes/shape.js";

/** Why a trait that holds selectors cannot be made: the first that is none. Undefined when it can, and for other traits. */
export function selectorTraitProblem(model: Model, { id, value }: AppliedTrait): string | undefined {
  for (const holder of selectorHolders(id, value)) {
    const selector = nodeMember(holder, "selector");
    const problem = typeof selector === "string" ? selectorIn(model, selector).problem : undefined;
    if (problem !== undefined) return problem.message;
  }
  return undefined;
}

function selectorHolders(id: string, value: Node): readonly Node[] {
  if (id === "smithy.api#trait" || id === "smithy.api#idRef") return [value];
  return id === "smithy.api#traitValidators" && isNodeObject(value) ? Object.values(value) : [];
}
