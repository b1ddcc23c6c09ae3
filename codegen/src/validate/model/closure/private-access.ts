import type { Diagnostic, Severity } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { Relationship } from "../../../shapes/neighbors.js";
import { namespaceOf } from "../../../shapes/shape-id.js";
import { ownReferences } from "../../own-references.js";
import { relationshipName } from "../../relationship-name.js";
import { shapeFinding } from "../../shape-finding.js";

/** `PrivateAccess`: what is private to a namespace is not used in another; for traits a mere warning ("private trait"). */
export function* privateAccessRule(model: Model): Iterable<Diagnostic> {
  for (const relationship of ownReferences(model)) {
    if (isPrivate(relationship)) yield finding(relationship, "ERROR");
  }
  for (const to of model.shapes.values()) {
    if (!to.traits.has("smithy.api#private")) continue;
    for (const shape of modelIndex(model).withTrait(to.id)) {
      const relationship = { kind: "trait", from: shape, id: to.id, to } as const;
      if (isPrivate(relationship)) yield finding(relationship, "WARNING");
    }
  }
}

function isPrivate({ from, to }: Relationship): boolean {
  if (to === undefined || to.kind === "member" || !to.traits.has("smithy.api#private")) return false;
  return namespaceOf(from.id) !== namespaceOf(to.id);
}

function finding(relationship: Relationship, severity: Severity): Diagnostic {
  const name = relationshipName(relationship).toLowerCase();
  const message = `This shape has an invalid ${name} relationship that targets a private shape, \`${relationship.id}\`, in another namespace.`;
  return shapeFinding(severity, "PrivateAccess", relationship.from, message);
}
