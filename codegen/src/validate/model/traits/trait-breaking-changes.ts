import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { findShape, type Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { isNodeArray, nodeMember } from "../../../shapes/node.js";
import type { Shape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";

const trait = "smithy.api#trait";

/** `TraitBreakingChanges`: the paths of breaking changes lead to parts of the trait ("trait trait", breakingChanges). */
export function* traitBreakingChangesRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(trait)) {
    const applied = shape.traits.get(trait);
    const changes = nodeMember(applied?.value, "breakingChanges");
    if (!isNodeArray(changes)) continue;
    for (const [index, change] of changes.entries()) {
      const path = nodeMember(change, "path");
      const problem = typeof path === "string" ? problemOf(model, shape, path) : undefined;
      if (problem === undefined) continue;
      const message = `Invalid trait breakingChanges element ${index}, '${String(path)}', at segment ${problem}`;
      yield shapeFinding("ERROR", "TraitBreakingChanges", shape, message, applied);
    }
  }
}

/** Follows a JSON pointer from member to member. */
function problemOf(model: Model, trait: Shape, path: string): string | undefined {
  let current: Shape = trait;
  for (const segment of path.split("/").slice(1)) {
    const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    const member = current.kind === "member" ? undefined : current.members.get(name);
    const next = member && findShape(model, member.target);
    if (next === undefined) {
      return `'${name}': Evaluated shape \`${current.id}\`, a ${current.kind}, has no member named \`${name}\``;
    }
    current = next;
  }
  return undefined;
}
