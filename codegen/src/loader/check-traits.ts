import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { suggest } from "../diagnostics/suggest.js";
import type { RootShape, Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { noTrait, unresolvedTrait } from "./messages.js";

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

  function check(shape: Shape): void {
    for (const { id, location } of shape.introducedTraits.values()) {
      const definition = all.get(id);
      if (definition === undefined) {
        const suggestion = suggest(id, traitIds(all));
        const diagnostic = unresolvedTrait.create({ shape: shape.id, location, suggestion }, id);
        diagnostics.push(allowUnknown ? { ...diagnostic, severity: "WARNING" } : diagnostic);
      } else if (!definition.traits.has("smithy.api#trait") && !noTraits.has(id)) {
        noTraits.add(id);
        const related = location === undefined ? [] : [{ message: "It is applied here.", location }];
        diagnostics.push(noTrait.create({ shape: id, location: definition.location, related }, id));
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
