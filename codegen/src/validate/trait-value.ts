import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isBundled, type Model } from "../shapes/model.js";
import type { AppliedTrait, Shape } from "../shapes/shape.js";
import { checkNode } from "./check-node.js";
import { traitName } from "./trait-name.js";

/** The value of every trait fits the trait's shape ("Trait values"). */
export function* traitValueRule(model: Model): Iterable<Diagnostic> {
  for (const shape of model.shapes.values()) {
    if (isBundled(model, shape.id)) continue;
    yield* checkTraits(model, shape);
    for (const member of shape.members.values()) yield* checkTraits(model, member);
  }
}

function* checkTraits(model: Model, shape: Shape): Iterable<Diagnostic> {
  for (const trait of shape.introducedTraits.values()) yield* checkTrait(model, shape, trait);
}

function* checkTrait(model: Model, shape: Shape, { id, value, location }: AppliedTrait): Iterable<Diagnostic> {
  const definition = model.shapes.get(id);
  if (definition === undefined) return;
  for (const finding of checkNode(model, definition, value)) {
    yield {
      code: finding.eventSuffix === undefined ? "TraitValue" : `TraitValue.${finding.eventSuffix}`,
      severity: finding.kind === "unknown-member" ? "WARNING" : "ERROR",
      message: `Error validating trait \`${traitName(id)}\`${finding.path}: ${finding.message}`,
      shape: shape.id,
      location: location ?? shape.location,
    };
  }
}
