import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isBundled, type Model } from "../../shapes/model.js";
import type { AppliedTrait, Shape } from "../../shapes/shape.js";
import { ownTraits } from "../own-traits.js";
import { traitFindings } from "../trait-findings.js";
import { traitName } from "../trait-name.js";

/** The value of every trait fits the trait's shape ("Trait values"). */
export function* traitValueRule(model: Model): Iterable<Diagnostic> {
  for (const { shape, trait } of ownTraits(model)) yield* checkTrait(model, shape, trait);
}

function* checkTrait(model: Model, shape: Shape, trait: AppliedTrait): Iterable<Diagnostic> {
  const { id, location } = trait;
  const bundled = isBundled(model, id);
  for (const finding of traitFindings(model, trait)) {
    // Of bundled traits, the rule for their creation says this.
    if (bundled && finding.creationProblem !== undefined) continue;
    yield {
      code: finding.eventSuffix === undefined ? "TraitValue" : `TraitValue.${finding.eventSuffix}`,
      severity: finding.kind === "unknown-member" ? "WARNING" : "ERROR",
      message: `Error validating trait \`${traitName(id)}\`${finding.path}: ${finding.message}`,
      shape: shape.id,
      location: location ?? shape.location,
    };
  }
}
