import type { Random } from "./random.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const scalars: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e300,
  2 ** 53,
  "",
  "a",
  "smithy.api#String",
  "a.b#C$d",
  "2.0",
  "*",
  "__proto__",
  "toString",
  "[id = 'a']",
  "{a}",
  "^(a+)+$",
];

interface Slot {
  readonly container: Json[] | { [key: string]: Json };
  readonly key: string;
}

/** Changes the tree of a JSON text: removes, doubles, moves, wraps and replaces values and keys. A text that is no JSON stays. */
export function mutateJson(text: string, random: Random): string {
  let root: Json;
  try {
    root = { root: JSON.parse(text) as Json };
  } catch {
    return text;
  }
  const times = 1 + random.below(3);
  for (let time = 0; time < times; time += 1) {
    const slots = slotsOf(root);
    if (slots.length === 0) break;
    mutateSlot(random.pick(slots), slots, random);
  }
  return JSON.stringify((root as { root?: Json }).root ?? null);
}

function slotsOf(root: Json): readonly Slot[] {
  const slots: Slot[] = [];
  const stack: Json[] = [root];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value !== "object" || value === null) continue;
    for (const key of Object.keys(value)) {
      slots.push({ container: value, key });
      stack.push((value as { [key: string]: Json })[key] as Json);
    }
  }
  return slots;
}

function mutateSlot(slot: Slot, slots: readonly Slot[], random: Random): void {
  const container = slot.container as { [key: string]: Json };
  const value = container[slot.key] as Json;
  const other = random.pick(slots);
  const otherValue = (other.container as { [key: string]: Json })[other.key] as Json;
  switch (random.below(7)) {
    case 0:
      if (Array.isArray(slot.container)) slot.container.splice(Number(slot.key), 1);
      else delete container[slot.key];
      break;
    case 1:
      if (Array.isArray(slot.container)) slot.container.push(copy(value));
      else container[`${slot.key}${random.pick(["2", "$m", "#x", ""])}`] = copy(value);
      break;
    case 2:
      container[slot.key] = copy(otherValue);
      break;
    case 3:
      container[slot.key] = random.pick(scalars);
      break;
    case 4:
      container[slot.key] = wrap(value, random);
      break;
    case 5:
      if (!Array.isArray(slot.container)) container[other.key] = value;
      break;
    default:
      container[slot.key] = random.chance(0.5) ? [] : {};
  }
}

function copy(value: Json): Json {
  const text = JSON.stringify(value);
  // What is large would grow without bound when it is put into itself.
  return text.length > 4000 ? null : (JSON.parse(text) as Json);
}

function wrap(value: Json, random: Random): Json {
  let wrapped = value;
  const depth = 1 + random.below(random.chance(0.1) ? 800 : 3);
  for (let level = 0; level < depth; level += 1) wrapped = random.chance(0.5) ? [wrapped] : { a: wrapped };
  return wrapped;
}
