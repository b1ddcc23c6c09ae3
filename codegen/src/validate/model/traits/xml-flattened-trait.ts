import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

const xmlName = "smithy.api#xmlName";

/** `XmlFlattenedTrait`: items of a flattened list have the name of the list's own member, not that of theirs ("xmlFlattened trait"). */
export function* xmlFlattenedTraitRule(model: Model): Iterable<Diagnostic> {
  for (const member of modelIndex(model).withTrait("smithy.api#xmlFlattened")) {
    if (member.kind !== "member" || member.traits.has(xmlName)) continue;
    const target = resolveTarget(model, member);
    if (target?.kind !== "list") continue;
    const ignored = target.member.traits.get(xmlName)?.value;
    if (typeof ignored !== "string" || ignored === member.name) continue;
    const message = `Member is \`@xmlFlattened\`, so \`@xmlName\` of target's member (\`${target.member.id}\`) has no effect. The flattened list elements will have the name of this member - \`${member.name}\`. If this is unintended, you can add \`@xmlName("${ignored}")\` to this member.`;
    yield shapeFinding("WARNING", "XmlFlattenedTrait", member, message);
  }
}
