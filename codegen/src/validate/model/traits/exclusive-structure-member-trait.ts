import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { traitDefinitions } from "../../../knowledge/trait-definitions.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../../shapes/model-index.js";
import { nodeMember } from "../../../shapes/node.js";
import type { MemberShape, StructureShape } from "../../../shapes/shape.js";
import type { ShapeId } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";
import { traitName } from "../../trait-name.js";

const code = "ExclusiveStructureMemberTrait";

/**
 * `ExclusiveStructureMemberTrait`: one member of a structure at most has the trait, or targets a shape that has it
 * ("trait trait", structurallyExclusive).
 */
export function* exclusiveStructureMemberTraitRule(model: Model): Iterable<Diagnostic> {
  const byMember = exclusiveTraits(model, "member");
  const byTarget = exclusiveTraits(model, "target");
  for (const structure of modelIndex(model).ofKind("structure")) {
    if (structure.members.size < 2) continue;
    for (const trait of byMember) {
      const names = membersWith(structure, ({ traits }) => traits.has(trait));
      if (names.length < 2) continue;
      const message = `The \`${traitName(trait)}\` trait can be applied to only a single member of a shape, but it was found on the following members: ${tickedList(names)}`;
      yield shapeFinding("ERROR", code, structure, message);
    }
    for (const trait of byTarget) {
      const names = membersWith(structure, (member) => resolveTarget(model, member)?.traits.has(trait) === true);
      if (names.length < 2) continue;
      const message = `Only a single member of a structure can target a shape marked with the \`${traitName(trait)}\` trait, but it was found on the following members: ${tickedList(names)}`;
      yield shapeFinding("ERROR", code, structure, message);
    }
  }
}

function exclusiveTraits(model: Model, by: "member" | "target"): readonly ShapeId[] {
  const exclusive = traitDefinitions(model).filter(({ traits }) => {
    return nodeMember(traits.get("smithy.api#trait")?.value, "structurallyExclusive") === by;
  });
  return exclusive.map(({ id }) => id);
}

function membersWith({ members }: StructureShape, isMatch: (member: MemberShape) => boolean): readonly string[] {
  return [...members.values()].filter(isMatch).map(({ name }) => name);
}
