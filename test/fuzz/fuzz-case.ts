import { mutateIdl } from "./mutate-idl.js";
import { mutateJson } from "./mutate-json.js";
import { mutateBytes, mutateTokens, tokensOf } from "./mutate-text.js";
import { createRandom, type Random } from "./random.js";
import type { Seed } from "./seeds.js";

/** One run: a text made of a seed by a few mutations. The number of the run and the seed of all determine it. */
export interface FuzzCase extends Seed {
  readonly index: number;
}

/** Doubling again and again would test memory, not the program. */
const largestText = 60_000;

export function makeCase(seeds: readonly Seed[], seed: number, index: number): FuzzCase {
  const random = createRandom(seed, index);
  const start = random.pick(seeds);
  const others = seeds.filter(({ kind }) => kind === start.kind);
  let { text } = start;
  const times = 1 + random.below(3);
  for (let time = 0; time < times; time += 1) text = mutate(text, start.kind, others, random).slice(0, largestText);
  return { ...start, text, index };
}

function mutate(text: string, kind: Seed["kind"], others: readonly Seed[], random: Random): string {
  const choice = random.below(3);
  if (choice === 0) return mutateBytes(text, random);
  const other = random.pick(others).text;
  if (choice === 1 || kind === "selector") return mutateTokens(text, tokensOf(other), random);
  return kind === "json" ? mutateJson(text, random) : mutateIdl(text, other, random);
}
