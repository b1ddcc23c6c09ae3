interface Visit<Item> {
  readonly item: Item;
  readonly targets: readonly Item[];
  readonly order: number;
  next: number;
  low: number;
}

/** {@link components} that have a cycle: more than one item, or one that refers to itself. */
export function cyclicComponents<Item>(
  starts: Iterable<Item>,
  targetsOf: (item: Item) => readonly Item[],
): readonly (readonly Item[])[] {
  return components(starts, targetsOf).flatMap(({ items, hasCycle }) => (hasCycle ? [items] : []));
}

/** Items of a graph that all reach each other, or one alone. */
export interface GraphComponent<Item> {
  readonly items: readonly Item[];
  readonly hasCycle: boolean;
}

/**
 * The strongly connected components of a graph, each after those that it leads to. Tarjan's algorithm without recursion, since
 * models may nest deeper than a stack.
 *
 * @param starts - where to begin; what they reach is part of the graph
 */
export function components<Item>(
  starts: Iterable<Item>,
  targetsOf: (item: Item) => readonly Item[],
): readonly GraphComponent<Item>[] {
  const found: GraphComponent<Item>[] = [];
  const order = new Map<Item, number>();
  const open = new Set<Item>();
  const path: Item[] = [];
  const visits: Visit<Item>[] = [];
  const enter = (item: Item): void => {
    visits.push({ item, targets: targetsOf(item), order: order.size, next: 0, low: order.size });
    order.set(item, order.size);
    open.add(item);
    path.push(item);
  };
  for (const start of starts) {
    if (order.has(start)) continue;
    enter(start);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { targets, next } = visit;
      visit.next += 1;
      if (next < targets.length) {
        const target = targets[next] as Item;
        if (!order.has(target)) enter(target);
        else if (open.has(target)) visit.low = Math.min(visit.low, order.get(target) ?? 0);
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
      if (visit.low !== visit.order) continue;
      const items = path.splice(path.lastIndexOf(visit.item));
      for (const item of items) open.delete(item);
      found.push({ items, hasCycle: items.length > 1 || targets.includes(visit.item) });
    }
  }
  return found;
}

/** A walk along edges that comes back to where it began, without its start. Every item but the last is another. */
export type Cycle<Item> = readonly Item[];

/**
 * The cycles of a graph that begin and end at one item.
 *
 * @param within - the items to stay within: a component of {@link cyclicComponents}
 * @param budget - how many steps to take at most, since a graph may have more cycles than anyone waits for; what is left of it
 * is left in it
 */
export function* cyclesThrough<Item>(
  start: Item,
  targetsOf: (item: Item) => readonly Item[],
  within: ReadonlySet<Item>,
  budget: { steps: number },
): Iterable<Cycle<Item>> {
  const visited = new Set<Item>([start]);
  const path: Item[] = [];
  const stack = [targetsOf(start)[Symbol.iterator]()];
  while (stack.length > 0 && budget.steps > 0) {
    budget.steps -= 1;
    const next = stack.at(-1)?.next();
    if (next === undefined || next.done === true) {
      stack.pop();
      const left = path.pop();
      if (left !== undefined) visited.delete(left);
      continue;
    }
    const item = next.value;
    if (item === start) yield [...path, item];
    if (visited.has(item) || !within.has(item)) continue;
    visited.add(item);
    path.push(item);
    stack.push(targetsOf(item)[Symbol.iterator]());
  }
}
