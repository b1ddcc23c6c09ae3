import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { traitDefinitions } from "../../../knowledge/trait-definitions.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { isNodeArray, nodeMember } from "../../../shapes/node.js";
import type { Shape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";
import { traitName } from "../../trait-name.js";

/** `TraitConflict`: no shape has two traits of which one excludes the other ("trait trait", conflicts). */
export function* traitConflictRule(model: Model): Iterable<Diagnostic> {
  const { withTrait } = modelIndex(model);
  const conflicts = new Map<Shape, string[]>();
  for (const { id, traits } of traitDefinitions(model)) {
    const excluded = nodeMember(traits.get("smithy.api#trait")?.value, "conflicts");
    if (!isNodeArray(excluded) || excluded.length === 0) continue;
    for (const shape of withTrait(id)) {
      for (const other of excluded) {
        if (typeof other !== "string" || !shape.traits.has(other)) continue;
        const conflict = `\`${traitName(id)}\` conflicts with \`${traitName(other)}\``;
        conflicts.set(shape, [...(conflicts.get(shape) ?? []), conflict]);
      }
    }
  }
  for (const [shape, found] of conflicts) {
    const message = `Found conflicting traits on ${shape.kind} shape: ${found.toSorted().join(", ")}`;
    yield shapeFinding("ERROR", "TraitConflict", shape, message);
  }
}
