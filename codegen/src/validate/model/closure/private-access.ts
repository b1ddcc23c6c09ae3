import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { isBundled, type Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { neighborGraph } from "../../../shapes/neighbors.js";
import { namespaceOf } from "../../../shapes/shape-id.js";
import { relationshipName } from "../../relationship-name.js";
import { shapeFinding } from "../../shape-finding.js";

/** `PrivateAccess`: what is private to a namespace is not used in another; for traits a mere warning ("private trait"). */
export function* privateAccessRule(model: Model): Iterable<Diagnostic> {
  const { to } = neighborGraph(model);
  const { withTrait } = modelIndex(model);
  for (const root of model.shapes.values()) {
    if (!root.traits.has("smithy.api#private")) continue;
    const carriers = withTrait(root.id).map((from) => ({ kind: "trait", from, id: root.id, to: root }) as const);
    for (const relationship of [...to(root.id), ...carriers]) {
      const { kind, from } = relationship;
      if (isBundled(model, from.id) || namespaceOf(from.id) === namespaceOf(root.id)) continue;
      const message = `This shape has an invalid ${relationshipName(relationship).toLowerCase()} relationship that targets a private shape, \`${root.id}\`, in another namespace.`;
      yield shapeFinding(kind === "trait" ? "WARNING" : "ERROR", "PrivateAccess", from, message);
    }
  }
}
