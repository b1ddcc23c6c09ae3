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

/** Orders definitions by their mixins. Shapes of cycles are reported; they and what depends on them are left out. */
export function resolveMixins(draft: ModelDraft): MixinOrder {
  const order: ShapeDefinition[] = [];
  const done = new Set<ShapeId>();
  const cyclic = new Set<ShapeId>();
  for (const definition of draft.definitions.values()) visit(draft, definition, { order, done, cyclic });
  if (cyclic.size === 0) return { order, diagnostics: [] };
  // In this order a definition comes after its mixins, so that one pass finds all that depend on a cycle.
  const broken = new Set(cyclic);
  for (const { id, mixins } of order) if (mixins.some((mixin) => broken.has(mixin))) broken.add(id);
  return { order: order.filter(({ id }) => !broken.has(id)), diagnostics: reportCycles(draft, cyclic) };
}

interface Visit {
  readonly order: ShapeDefinition[];
  readonly done: Set<ShapeId>;
  readonly cyclic: Set<ShapeId>;
}

interface Step {
  readonly definition: ShapeDefinition;
  /** The mixin to look at next. */
  next: number;
  /** The shallowest step that this one, or one below it, leads back to. */
  lowest: number;
}

/** Depth first, without recursion: mixins can build on each other as deep as a file is long. */
function visit(draft: ModelDraft, first: ShapeDefinition, { order, done, cyclic }: Visit): void {
  const path: Step[] = [];
  const depths = new Map<ShapeId, number>();
  const enter = (definition: ShapeDefinition | undefined): void => {
    if (definition === undefined || done.has(definition.id)) return;
    depths.set(definition.id, path.length);
    path.push({ definition, next: 0, lowest: Number.POSITIVE_INFINITY });
  };
  enter(first);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const { definition } = step;
    const mixin = definition.mixins[step.next];
    step.next += 1;
    if (mixin !== undefined) {
      const back = depths.get(mixin);
      if (back === undefined) enter(draft.definitions.get(mixin));
      else step.lowest = Math.min(step.lowest, back);
      continue;
    }
    path.pop();
    depths.delete(definition.id);
    done.add(definition.id);
    order.push(definition);
    if (step.lowest <= path.length) cyclic.add(definition.id);
    const parent = path.at(-1);
    if (parent !== undefined) parent.lowest = Math.min(parent.lowest, step.lowest);
  }
}

/** A message names this many others at most: all of a large cycle, for each shape of it, would be too much to hold. */
const namedOthers = 100;

function reportCycles(draft: ModelDraft, cyclic: ReadonlySet<ShapeId>): readonly Diagnostic[] {
  const ids = [...draft.definitions.keys()].filter((id) => cyclic.has(id));
  const named = ids.toReversed().slice(0, namedOthers + 1);
  return ids.map((id) => {
    const others = named.filter((other) => other !== id).slice(0, namedOthers);
    const location = draft.definitions.get(id)?.location;
    return mixinCycle.create({ shape: id, location }, others);
  });
}
