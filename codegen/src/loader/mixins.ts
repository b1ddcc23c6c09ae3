import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { ModelDraft } from "./merge.js";
import { mixinCycle } from "./messages.js";
import type { ShapeDefinition } from "./operations.js";

/** In which order the shapes of a model are built (Smithy 2.0, "Mixins"). */
export interface MixinOrder {
  /** Every definition that can be built, each after its mixins. */
  readonly order: readonly ShapeDefinition[];
  /** An ERROR for each shape of a cycle. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Orders definitions by their mixins. What builds on itself is left out, and so is what builds on that. Like Smithy, only
 * the shapes of a cycle of two or more are reported: one that is its own mixin is missed where it is referred to.
 */
export function resolveMixins(draft: ModelDraft): MixinOrder {
  const search: Search = { draft, order: [], found: new Map(), open: [], cyclic: new Set(), cycles: [] };
  for (const definition of draft.definitions.values()) visit(search, definition);
  const { order, cyclic, cycles } = search;
  if (cyclic.size === 0) return { order, diagnostics: [] };
  // In this order a definition comes after its mixins, so that one pass finds all that depend on a cycle.
  for (const { id, mixins } of order) if (mixins.some((mixin) => cyclic.has(mixin))) cyclic.add(id);
  return { order: order.filter(({ id }) => !cyclic.has(id)), diagnostics: cycles.flatMap(reportCycle) };
}

interface Search {
  readonly draft: ModelDraft;
  readonly order: ShapeDefinition[];
  /** When each definition was reached. */
  readonly found: Map<ShapeId, number>;
  /** Definitions of which it is not yet known what they lead back to. */
  readonly open: ShapeDefinition[];
  readonly cyclic: Set<ShapeId>;
  readonly cycles: (readonly ShapeDefinition[])[];
}

interface Step {
  readonly definition: ShapeDefinition;
  /** The mixin to look at next. */
  next: number;
  /** When the earliest open definition was reached that this one leads back to. */
  lowest: number;
}

/** Tarjan's components, without recursion: mixins can build on each other as deep as a file is long. */
function visit(search: Search, first: ShapeDefinition): void {
  if (search.found.has(first.id)) return;
  const isOpen = new Set<ShapeId>();
  const path: Step[] = [];
  const enter = (definition: ShapeDefinition): void => {
    path.push({ definition, next: 0, lowest: search.found.size });
    search.found.set(definition.id, search.found.size);
    search.open.push(definition);
    isOpen.add(definition.id);
  };
  enter(first);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const { definition } = step;
    const id = definition.mixins[step.next];
    step.next += 1;
    if (id !== undefined) {
      const mixin = search.draft.definitions.get(id);
      if (mixin !== undefined && !search.found.has(id)) enter(mixin);
      else if (isOpen.has(id)) step.lowest = Math.min(step.lowest, search.found.get(id) ?? 0);
      continue;
    }
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) parent.lowest = Math.min(parent.lowest, step.lowest);
    search.order.push(definition);
    if (step.lowest === search.found.get(definition.id)) closeComponent(search, definition, isOpen);
  }
}

function closeComponent(search: Search, root: ShapeDefinition, isOpen: Set<ShapeId>): void {
  const component = search.open.splice(search.open.lastIndexOf(root));
  for (const { id } of component) isOpen.delete(id);
  if (component.length === 1 && !root.mixins.includes(root.id)) return;
  for (const { id } of component) search.cyclic.add(id);
  if (component.length > 1) search.cycles.push([...component.slice(1), root]);
}

/** A message names this many others at most: all of a large cycle, for each shape of it, would be too much to hold. */
const namedOthers = 100;

function reportCycle(cycle: readonly ShapeDefinition[]): readonly Diagnostic[] {
  const named = cycle.slice(0, namedOthers + 1).map(({ id }) => id);
  return cycle.map(({ id, location }) => {
    const others = named.filter((other) => other !== id).slice(0, namedOthers);
    return mixinCycle.create({ shape: id, location }, others);
  });
}
