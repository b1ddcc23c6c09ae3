import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { nodeMember } from "../../../shapes/node.js";
import { isUri } from "../../is-uri.js";
import { shapeFinding } from "../../shape-finding.js";

const id = "smithy.api#xmlNamespace";

/** `XmlNamespaceTrait`: the namespace is a URI ("xmlNamespace trait"). */
export function* xmlNamespaceTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(id)) {
    const trait = shape.traits.get(id);
    const uri = nodeMember(trait?.value, "uri");
    if (typeof uri !== "string" || isUri(uri)) continue;
    const message = `An \`xmlNamespace\` trait is applied to the (${shape.kind}: \`${shape.id}\`) shape with an invalid uri: ${uri}`;
    yield shapeFinding("ERROR", "XmlNamespaceTrait", shape, message, trait);
  }
}
