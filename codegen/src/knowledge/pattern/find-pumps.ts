import type { Automaton } from "./automaton.js";
import { intersection, sampleOf, type CharSet } from "./char-set.js";

/** A text that may be read in ever more ways the more often its middle is repeated. */
export interface Pump {
  /** Code points that lead to the loop. */
  readonly prefix: readonly number[];
  readonly pump: readonly number[];
}

/** No search looks at more combinations of states than this, and none finds more pumps. */
const patience = 20_000;
const most = 8;

/**
 * Finds loops through which a backtracking matcher can read one text in more than one way: twice around the same state
 * (exponentially many ways), or around one state and then around another (polynomially many).
 */
export function findPumps(automaton: Automaton): readonly Pump[] {
  const search = new PumpSearch(automaton);
  const looping = automaton.sets.flatMap((_, state) => (search.reaches(state, state) ? [state] : []));
  const prefixes = wordsFrom(automaton);
  const pumps: Pump[] = [];
  const add = (state: number, pump: readonly number[] | undefined): void => {
    const prefix = prefixes.get(state);
    if (pump !== undefined && prefix !== undefined) pumps.push({ prefix, pump });
  };
  for (const state of looping) add(state, search.twoWays(state));
  for (const state of looping) {
    for (const later of looping) {
      if (pumps.length >= most) return pumps;
      if (state !== later && search.reaches(state, later)) add(state, search.handsOver(state, later));
    }
  }
  return pumps;
}

/** For each state that can be reached, the shortest text that leads to it. */
function wordsFrom({ sets, follow }: Automaton): ReadonlyMap<number, readonly number[]> {
  const words = new Map<number, readonly number[]>([[0, []]]);
  for (const [state, word] of words) {
    for (const next of follow[state] ?? []) {
      const character = sampleOf(sets[next] ?? []);
      if (character !== undefined && !words.has(next)) words.set(next, [...word, character]);
    }
  }
  return words;
}

/** Two or three walks through the automaton that read the same text. */
interface Step {
  readonly one: number;
  readonly two: number;
  readonly three: number;
  readonly parent: Step | undefined;
  readonly character: number;
  /** Whether the first two ways have parted already. */
  readonly parted: boolean;
}

class PumpSearch {
  readonly #automaton: Automaton;
  readonly #size: number;
  readonly #reach: readonly ReadonlySet<number>[];
  readonly #shared = new Map<number, CharSet>();
  #left = patience;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#size = automaton.sets.length;
    this.#reach = automaton.follow.map((_, state) => reachableFrom(automaton, state));
  }

  /** Whether there is a way of at least one character. */
  reaches(from: number, to: number): boolean {
    return this.#reach[from]?.has(to) === true;
  }

  /** A text that leads from `state` back to it in two ways. */
  twoWays(state: number): readonly number[] | undefined {
    return this.#search(state, state, state);
  }

  /** A text that leads from `state` to itself, from `state` to `later` and from `later` to itself. */
  handsOver(state: number, later: number): readonly number[] | undefined {
    return this.#search(state, later, later);
  }

  /** Breadth first, so that the text is as short as can be: from (state, state, later) to (state, later, later). */
  #search(state: number, two: number, later: number): readonly number[] | undefined {
    const queue: Step[] = [
      { one: state, two: state, three: later, parent: undefined, character: -1, parted: two !== state },
    ];
    const seen = new Set<number>();
    for (const step of queue) {
      for (const next of this.#stepsFrom(step, state, two, later)) {
        this.#left -= 1;
        if (this.#left <= 0) return undefined;
        const key = ((next.one * this.#size + next.two) * this.#size + next.three) * 2 + (next.parted ? 1 : 0);
        if (seen.has(key)) continue;
        seen.add(key);
        if (next.parted && next.one === state && next.two === two && next.three === later) return textOf(next);
        queue.push(next);
      }
    }
    return undefined;
  }

  #stepsFrom(step: Step, state: number, goal: number, later: number): readonly Step[] {
    const { follow, isDouble } = this.#automaton;
    const steps: Step[] = [];
    // Looking for two ways, the third walk is the second one.
    const isPair = state === later;
    for (const one of follow[step.one] ?? []) {
      if (!this.reaches(one, state)) continue;
      for (const two of follow[step.two] ?? []) {
        if (!this.reaches(two, goal) || this.#both(one, two).length === 0) continue;
        for (const three of isPair ? [two] : (follow[step.three] ?? [])) {
          if (!this.reaches(three, later)) continue;
          const set = isPair ? this.#both(one, two) : intersection(this.#both(one, two), this.#both(two, three));
          const character = sampleOf(set);
          if (character === undefined) continue;
          const parted = step.parted || one !== two || (step.one === step.two && isDouble(step.one, one));
          steps.push({ one, two, three, parent: step, character, parted });
        }
      }
    }
    return steps;
  }

  #both(left: number, right: number): CharSet {
    const key = left * this.#size + right;
    let set = this.#shared.get(key);
    if (set === undefined) {
      set = intersection(this.#automaton.sets[left] ?? [], this.#automaton.sets[right] ?? []);
      this.#shared.set(key, set);
    }
    return set;
  }
}

function reachableFrom({ follow }: Automaton, start: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const stack = [...(follow[start] ?? [])];
  for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    stack.push(...(follow[state] ?? []));
  }
  return seen;
}

function textOf(step: Step): readonly number[] {
  const text: number[] = [];
  for (let at: Step | undefined = step; at?.parent !== undefined; at = at.parent) text.unshift(at.character);
  return text;
}
