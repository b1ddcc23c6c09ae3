import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { suggest } from "../diagnostics/suggest.js";
import { isBundled, type Model } from "../shapes/model.js";
import type { Shape } from "../shapes/shape.js";

/** Every applied trait must be defined, and be a trait ("Trait shapes"). */
export function* unresolvedTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of model.shapes.values()) {
    if (isBundled(model, shape.id)) continue;
    yield* checkTraits(model, shape);
    for (const member of shape.members.values()) yield* checkTraits(model, member);
  }
}

function* checkTraits(model: Model, shape: Shape): Iterable<Diagnostic> {
  for (const { id, location } of shape.introducedTraits.values()) {
    const definition = model.shapes.get(id);
    if (definition?.traits.has("smithy.api#trait") === true) continue;
    if (definition !== undefined) {
      const message = `Shape \`${id}\` cannot be applied as a trait. If this is a custom trait, please add \`@trait\` to this shape.`;
      yield { code: "Model", severity: "ERROR", message, shape: shape.id, location };
    } else {
      yield {
        code: "Model.UnresolvedTrait",
        severity: "ERROR",
        message: `Unable to resolve trait \`${id}\`. If this is a custom trait, then it must be defined before it can be used in a model.`,
        shape: shape.id,
        location,
        suggestion: suggest(id, traitIds(model)),
      };
    }
  }
}

function traitIds(model: Model): readonly string[] {
  return [...model.shapes.values()].filter(({ traits }) => traits.has("smithy.api#trait")).map(({ id }) => id);
}
