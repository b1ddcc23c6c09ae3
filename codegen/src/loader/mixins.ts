import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { ModelDraft } from "./merge.js";
import type { ShapeDefinition } from "./operations.js";

export interface MixinOrder {
  /** Every definition that can be built, each after its mixins. */
  readonly order: readonly ShapeDefinition[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Orders definitions by their mixins. Cycles and mixins that do not exist are reported, and left out. */
export function resolveMixins(draft: ModelDraft, bundled: ReadonlyMap<ShapeId, RootShape>): MixinOrder {
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
        else if (!bundled.has(mixin)) reportMissing(definition, mixin);
      }
    }
    path.pop();
    done.add(definition.id);
    order.push(definition);
  }

  function reportMissing(definition: ShapeDefinition, mixin: ShapeId): void {
    diagnostics.push({
      code: "Model",
      severity: "ERROR",
      message: `Attempted to find mixin shape \`${mixin}\`, but it does not exist`,
      shape: definition.id,
      location: definition.location,
    });
  }

  for (const definition of draft.definitions.values()) visit(definition);
  for (const id of cyclic) {
    const others = [...cyclic].filter((other) => other !== id).toSorted();
    diagnostics.push({
      code: "Model",
      severity: "ERROR",
      message: `Unable to resolve mixins; cycles detected between this shape and [${others.join(", ")}]`,
      shape: id,
      location: draft.definitions.get(id)?.location,
    });
  }
  return { order: order.filter((definition) => !cyclic.has(definition.id)), diagnostics };
}
