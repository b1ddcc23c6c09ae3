/** Whether an object has members that its shape does not know. */
export function hasOtherMembers(value: object, members: ReadonlySet<string>): boolean {
  for (const name of Object.keys(value)) if (!members.has(name)) return true;
  return false;
}

/**
 * A copy with the members that the shape knows; `replaced` has those of them that had something to drop inside. Members are
 * defined, not assigned, so that none of them reaches a prototype.
 */
export function keepMembers(
  value: object,
  members: ReadonlySet<string>,
  replaced: Readonly<Record<string, unknown>>,
): unknown {
  const copy = {};
  for (const [name, member] of Object.entries(value)) {
    if (members.has(name)) define(copy, name, Object.hasOwn(replaced, name) ? replaced[name] : member);
  }
  return copy;
}

/** The list itself when `drop` changed no item, else a copy. */
export function dropFromList<T>(list: readonly T[], drop: (item: T) => T): readonly T[] {
  let copy: T[] | undefined;
  for (const [index, item] of list.entries()) {
    const kept = drop(item);
    if (kept === item) continue;
    copy ??= [...list];
    copy[index] = kept;
  }
  return copy ?? list;
}

/** The map itself when `drop` changed no value, else a copy. */
export function dropFromMap<T>(map: Readonly<Record<string, T>>, drop: (value: T) => T): Readonly<Record<string, T>> {
  let changed = false;
  const copy: Record<string, T> = {};
  for (const [key, value] of Object.entries(map)) {
    const kept = drop(value);
    changed ||= kept !== value;
    define(copy, key, kept);
  }
  return changed ? copy : map;
}

function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
