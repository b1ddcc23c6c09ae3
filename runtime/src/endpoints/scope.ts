import type { RuleType } from "./type.js";

interface Layer {
  readonly types: Map<string, RuleType>;
  readonly proven: Set<string>;
}

/** What names mean at a point of a rule set, and which of them are proven to be set. */
export interface Scope {
  find(name: string): RuleType | undefined;
  isProven(name: string): boolean;
  declare(name: string, type: RuleType): void;
  prove(name: string): void;
  /** Runs a step whose declarations and proofs end with it. */
  within<Result>(step: () => Result): Result;
}

/** A scope in which nothing is declared yet. */
export function createScope(): Scope {
  const layers: Layer[] = [{ types: new Map(), proven: new Set() }];
  const top = (): Layer => layers.at(-1) as Layer;
  return {
    find: (name) => layers.findLast(({ types }) => types.has(name))?.types.get(name),
    isProven: (name) => layers.some(({ proven }) => proven.has(name)),
    declare: (name, type) => void top().types.set(name, type),
    prove: (name) => void top().proven.add(name),
    within: (step) => {
      layers.push({ types: new Map(), proven: new Set() });
      try {
        return step();
      } finally {
        layers.pop();
      }
    },
  };
}
