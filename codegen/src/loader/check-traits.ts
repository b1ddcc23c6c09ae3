import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { suggest } from "../diagnostics/suggest.js";
import type { RootShape, Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

type Shapes = ReadonlyMap<ShapeId, RootShape>;

/**
 * Checks that every trait that a model's own shapes have is defined, and is a trait ("Trait shapes").
 *
 * @param all - every shape of the model, bundled ones too
 * @param own - the shapes that files of the model define
 */
export function checkTraits(all: Shapes, own: Shapes, allowUnknown: boolean): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const noTraits = new Set<ShapeId>();
  const severity = allowUnknown ? "WARNING" : "ERROR";

  function check(shape: Shape): void {
    for (const { id, location } of shape.introducedTraits.values()) {
      const definition = all.get(id);
      if (definition === undefined) {
        const message = `Unable to resolve trait \`${id}\`. If this is a custom trait, then it must be defined before it can be used in a model.`;
        const suggestion = suggest(id, traitIds(all));
        diagnostics.push({ code: "Model.UnresolvedTrait", severity, message, shape: shape.id, location, suggestion });
      } else if (!definition.traits.has("smithy.api#trait") && !noTraits.has(id)) {
        noTraits.add(id);
        const message = `Shape \`${id}\` cannot be applied as a trait. If this is a custom trait, please add \`@trait\` to this shape.`;
        const related = location === undefined ? [] : [{ message: "It is applied here.", location }];
        const at = definition.location;
        diagnostics.push({ code: "Model", severity: "ERROR", message, shape: id, location: at, related });
      }
    }
  }

  for (const shape of own.values()) {
    check(shape);
    for (const member of shape.members.values()) check(member);
  }
  return diagnostics;
}

function traitIds(shapes: Shapes): readonly ShapeId[] {
  return [...shapes.values()].filter(({ traits }) => traits.has("smithy.api#trait")).map(({ id }) => id);
}
