import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { matchingAmong } from "../../../selector/model-selectors.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { nodeMember } from "../../../shapes/node.js";
import type { RootShape, Shape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";
import { traitName } from "../../trait-name.js";

/**
 * `TraitTarget`: every trait is applied only to shapes that its definition's selector matches, and no mixin is applied as a
 * trait ("trait trait", selector; "Mixins"). Selectors that traits share are evaluated once, for the shapes with these traits.
 */
export function* traitTargetRule(model: Model): Iterable<Diagnostic> {
  const bySelector = new Map<string, RootShape[]>();
  for (const definition of appliedDefinitions(model)) {
    yield* checkMixin(model, definition);
    const trait = definition.traits.get("smithy.api#trait");
    const selector = nodeMember(trait?.value, "selector");
    if (typeof selector !== "string" || selector === "*") continue;
    const others = bySelector.get(selector);
    if (others === undefined) bySelector.set(selector, [definition]);
    else others.push(definition);
  }
  for (const [selector, definitions] of bySelector) yield* checkTargets(model, selector, definitions);
}

function appliedDefinitions(model: Model): readonly RootShape[] {
  const applied = new Set<RootShape>();
  for (const shape of modelIndex(model).shapes) {
    for (const id of shape.traits.keys()) {
      const definition = model.shapes.get(id);
      if (definition !== undefined) applied.add(definition);
    }
  }
  return [...applied];
}

function* checkMixin(model: Model, definition: RootShape): Iterable<Diagnostic> {
  if (!definition.traits.has("smithy.api#mixin")) return;
  for (const shape of modelIndex(model).withTrait(definition.id)) {
    const message = `Trait \`${traitName(definition.id)}\` is a mixin and cannot be applied to \`${shape.id}\`.`;
    yield shapeFinding("ERROR", "TraitTarget", shape, message);
  }
}

function* checkTargets(model: Model, selector: string, definitions: readonly RootShape[]): Iterable<Diagnostic> {
  const { withTrait } = modelIndex(model);
  const carriers = new Set<Shape>(definitions.flatMap(({ id }) => withTrait(id)));
  const { shapes, problem } = matchingAmong(model, selector, carriers);
  for (const definition of definitions) {
    if (problem !== undefined) {
      const trait = definition.traits.get("smithy.api#trait");
      yield shapeFinding("ERROR", "TraitTarget", definition, `The selector of this trait fails: ${problem}`, trait);
      continue;
    }
    for (const shape of withTrait(definition.id)) {
      if (shapes.has(shape)) continue;
      const applied = `Trait \`${traitName(definition.id)}\` cannot be applied to \`${shape.id}\`.`;
      const rule = "This trait may only be applied to shapes that match the following selector:";
      const message = `${applied} ${rule} ${selector.replaceAll(/\n\s*/g, " ")}`;
      yield shapeFinding("ERROR", "TraitTarget", shape, message, shape.traits.get(definition.id));
    }
  }
}
