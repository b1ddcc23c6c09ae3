import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { suggest } from "../diagnostics/suggest.js";
import type { RootShape } from "../shapes/shape.js";
import { nameOf, namespaceOf, type ShapeId } from "../shapes/shape-id.js";
import { bundledNamespaces, bundledShapes } from "./bundled.js";
import type { ModelDraft } from "./merge.js";
import { noTrait, unresolvedTrait } from "./messages.js";

type Shapes = ReadonlyMap<ShapeId, RootShape>;

/**
 * Checks that every trait that a model's own files apply is defined, and is a trait ("Trait shapes"). Each place where one is
 * applied is reported, whether what it is applied to exists or not.
 *
 * @param all - every shape of the model, bundled ones too
 */
export function checkTraits(all: Shapes, draft: ModelDraft, allowUnknown: boolean): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [target, traits] of draft.traits) {
    for (const { id, location } of traits.values()) {
      const definition = all.get(id);
      // A definition that is broken was reported itself.
      if (definition === undefined && draft.definitions.has(id)) continue;
      if (definition === undefined) {
        const suggestion = suggestTrait(id, all);
        const diagnostic = unresolvedTrait.create({ shape: target, location, suggestion }, id);
        diagnostics.push(allowUnknown ? { ...diagnostic, severity: "WARNING" } : diagnostic);
      } else if (!definition.traits.has("smithy.api#trait")) {
        const related = location === undefined ? [] : [{ message: "It is applied here", location }];
        diagnostics.push(noTrait.create({ shape: id, location: definition.location, related }, id));
      }
    }
  }
  return diagnostics;
}

/**
 * What somebody most likely meant by an unknown trait: a bundled trait that the file forgot to `use`, a near name among those
 * that need no `use`, or a near absolute id.
 */
function suggestTrait(id: ShapeId, all: Shapes): string | undefined {
  const name = nameOf(id);
  const known = [...new Set([...traitIds(all), ...traitIds(bundledShapes(bundledNamespaces))])];
  const namesake = known.find((candidate) => nameOf(candidate) === name);
  if (namesake !== undefined) return `Did you mean "${namesake}"? A file says "use ${namesake}" to shorten it.`;
  // An id of another namespace than the file's was written whole.
  if (bundledNamespaces.includes(namespaceOf(id))) return suggest(id, known);
  const inScope = known.filter((candidate) => [namespaceOf(id), "smithy.api"].includes(namespaceOf(candidate)));
  return suggest(name, inScope.map(nameOf)) ?? suggest(id, known);
}

function traitIds(shapes: Shapes): readonly ShapeId[] {
  return [...shapes.values()].filter(({ traits }) => traits.has("smithy.api#trait")).map(({ id }) => id);
}
