import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../shapes/model-index.js";
import type { MemberShape } from "../../shapes/shape.js";
import { flag, objectOf } from "../configuration.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";

const code = "MissingClientOptionalTrait";

interface Configuration {
  readonly onRequiredStructureOrUnion: boolean;
  readonly onRequiredOrDefault: boolean;
}

const configuration = objectOf<Configuration>("software.amazon.smithy.linters.MissingClientOptionalTrait$Config", {
  onRequiredStructureOrUnion: { decoder: flag, nullProblem: "" },
  onRequiredOrDefault: { decoder: flag, nullProblem: "" },
});

/**
 * `MissingClientOptionalTrait`: members that are required or have a default, or only required structures and unions, are optional
 * for clients ("MissingClientOptionalTrait").
 */
export const missingClientOptionalTraitLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const { onRequiredStructureOrUnion = false, onRequiredOrDefault = false } = decoded.value;
  const asked = { onRequiredStructureOrUnion, onRequiredOrDefault };
  return {
    rule: (model) =>
      modelIndex(model)
        .ofKind("member")
        .flatMap((member) => checkMember(model, member, asked)),
  };
};

function checkMember(model: Model, member: MemberShape, asked: Configuration): readonly Diagnostic[] {
  if (member.traits.has("smithy.api#clientOptional")) return [];
  const messages: string[] = [];
  if (asked.onRequiredOrDefault) {
    const rule = "members must also be marked with the @clientOptional trait";
    if (member.traits.has("smithy.api#default")) messages.push(`@default ${rule}`);
    if (member.traits.has("smithy.api#required")) messages.push(`@required ${rule}`);
  } else if (asked.onRequiredStructureOrUnion && member.traits.has("smithy.api#required")) {
    const kind = resolveTarget(model, member)?.kind;
    if (kind === "structure" || kind === "union") messages.push(requiredStructure);
  }
  return messages.map((message) => shapeFinding("DANGER", code, member, message));
}

const requiredStructure =
  "@required members that target a structure or union must be marked with the @clientOptional trait. Not using the @clientOptional trait here is risky because there is no backward compatible way to replace the @required trait with the @default trait if the member ever needs to be made optional.";
