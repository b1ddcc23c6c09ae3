import { lastCodePoint, type CharSet } from "./char-set.js";
import { isAnchored, type PatternNode } from "./pattern-tree.js";

/**
 * A position automaton (Glushkov): each state is one place in the pattern where a character is read. Assertions are left out,
 * counted repetitions shortened: it is made to find texts that a pattern may be slow on, not to match.
 */
export interface Automaton {
  /** What each state reads. State 0 reads nothing: it is the start. */
  readonly sets: readonly CharSet[];
  readonly follow: readonly (readonly number[])[];
  /** Whether there is more than one way from one state to the next: `(a+)+` can go from `a` to `a` in two. */
  isDouble(state: number, next: number): boolean;
}

/** Repetitions counted beyond this cannot be told from endless ones by the texts that fit in a request. */
const endless = 1000;
/** Counted repetitions are written out this often: enough to see that one can follow the other. */
const copies = 3;
const largest = 600;

interface Fragment {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const nothing: Fragment = { nullable: true, first: [], last: [] };

/** The automaton of a search for the pattern; undefined when the pattern is too large to be analysed. */
export function buildAutomaton(pattern: PatternNode): Automaton | undefined {
  const builder = new AutomatonBuilder();
  const anyLoop: PatternNode = {
    kind: "repeat",
    item: { kind: "set", set: [[0, lastCodePoint]] },
    min: 0,
    max: Infinity,
  };
  // A search begins anew at each character: as if anything could stand before.
  const alternatives = pattern.kind === "alternatives" ? pattern.items : [pattern];
  const searched = alternatives.map((item): PatternNode =>
    isAnchored(item) ? item : { kind: "sequence", items: [anyLoop, item] },
  );
  return builder.build({ kind: "alternatives", items: searched });
}

class AutomatonBuilder {
  readonly #sets: CharSet[] = [[]];
  readonly #follow: Set<number>[] = [new Set()];
  readonly #double = new Set<string>();

  build(node: PatternNode): Automaton | undefined {
    const whole = this.#fragment(node);
    if (this.#sets.length > largest) return undefined;
    this.#link([0], whole.first);
    return {
      sets: this.#sets,
      follow: this.#follow.map((states) => [...states]),
      isDouble: (state, next) => this.#double.has(`${state} ${next}`),
    };
  }

  #fragment(node: PatternNode): Fragment {
    if (this.#sets.length > largest) return nothing;
    switch (node.kind) {
      case "set": {
        const state = this.#sets.push(node.set) - 1;
        this.#follow.push(new Set());
        return { nullable: false, first: [state], last: [state] };
      }
      case "sequence":
        return node.items.map((item) => this.#fragment(item)).reduce((left, right) => this.#join(left, right), nothing);
      case "alternatives": {
        const items = node.items.map((item) => this.#fragment(item));
        return {
          nullable: items.some(({ nullable }) => nullable),
          first: items.flatMap(({ first }) => first),
          last: items.flatMap(({ last }) => last),
        };
      }
      case "repeat":
        return this.#repeat(node.item, node.min, node.max);
      default:
        return nothing;
    }
  }

  #repeat(item: PatternNode, min: number, max: number): Fragment {
    const required = Math.min(min, copies);
    let whole = nothing;
    if (max > endless) {
      for (let copy = 1; copy < required; copy += 1) whole = this.#join(whole, this.#fragment(item));
      const loop = this.#fragment(item);
      this.#link(loop.last, loop.first);
      return this.#join(whole, min === 0 ? { ...loop, nullable: true } : loop);
    }
    for (let copy = 0; copy < required; copy += 1) whole = this.#join(whole, this.#fragment(item));
    for (let copy = 0; copy < Math.min(max - min, copies); copy += 1) {
      whole = this.#join(whole, { ...this.#fragment(item), nullable: true });
    }
    return whole;
  }

  #join(left: Fragment, right: Fragment): Fragment {
    this.#link(left.last, right.first);
    return {
      nullable: left.nullable && right.nullable,
      first: left.nullable ? [...left.first, ...right.first] : left.first,
      last: right.nullable ? [...left.last, ...right.last] : right.last,
    };
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const state of from) {
      const known = this.#follow[state];
      for (const next of to) {
        if (known?.has(next) === true) this.#double.add(`${state} ${next}`);
        known?.add(next);
      }
    }
  }
}
