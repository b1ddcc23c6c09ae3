import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { ModelDraft } from "./merge.js";
import { mixinCycle } from "./messages.js";
import type { ShapeDefinition } from "./operations.js";

export interface MixinOrder {
  /** Every definition that can be built, each after its mixins. */
  readonly order: readonly ShapeDefinition[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Orders definitions by their mixins. Shapes of cycles are reported, and left out. */
export function resolveMixins(draft: ModelDraft): MixinOrder {
  const order: ShapeDefinition[] = [];
  const diagnostics: Diagnostic[] = [];
  const done = new Set<ShapeId>();
  const cyclic = new Set<ShapeId>();
  const path: ShapeId[] = [];

  function visit(definition: ShapeDefinition): void {
    if (done.has(definition.id)) return;
    path.push(definition.id);
    for (const mixin of definition.mixins) {
      const start = path.indexOf(mixin);
      if (start >= 0) for (const id of path.slice(start)) cyclic.add(id);
      else {
        const next = draft.definitions.get(mixin);
        if (next !== undefined) visit(next);
      }
    }
    path.pop();
    done.add(definition.id);
    order.push(definition);
  }

  for (const definition of draft.definitions.values()) visit(definition);
  if (cyclic.size > 0) {
    // In this order a definition comes after its mixins, so that one pass finds all that depend on a cycle.
    for (const { id, mixins } of order) if (mixins.some((mixin) => cyclic.has(mixin))) cyclic.add(id);
  }
  for (const id of cyclic) {
    const others = [...draft.definitions.keys()].filter((other) => other !== id && cyclic.has(other)).toReversed();
    const location = draft.definitions.get(id)?.location;
    diagnostics.push(mixinCycle.create({ shape: id, location }, others));
  }
  return { order: order.filter((definition) => !cyclic.has(definition.id)), diagnostics };
}
