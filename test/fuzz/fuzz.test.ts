import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCase } from "./fuzz-case.js";
import { runCase } from "./run-case.js";
import { readSeeds, type Seed } from "./seeds.js";

const folder = resolve(import.meta.dirname, "../../../shared/data/smithy");

const ownSeeds: readonly Seed[] = [
  {
    name: "a.smithy",
    kind: "idl",
    text: '$version: "2"\nnamespace a\n@tags(["b"])\nstructure A { c: Integer = 1\n }\n',
  },
  {
    name: "a.json",
    kind: "json",
    text: '{"smithy":"2.0","shapes":{"a#A":{"type":"list","member":{"target":"smithy.api#String"}}}}',
  },
  { name: "selector", kind: "selector", text: ":is(structure, union) > member [trait|required]" },
];

describe("the fuzz command's cases", () => {
  it("depend on the seed and their number alone", () => {
    const textOf = (seed: number, index: number) => makeCase(ownSeeds, seed, index).text;
    const indexes = Array.from({ length: 50 }, (_, index) => index);
    const first = indexes.map((index) => textOf(1, index));
    expect(indexes.toReversed().map((index) => textOf(1, index))).toEqual(first.toReversed());
    expect(indexes.map((index) => textOf(2, index))).not.toEqual(first);
  });

  it("give diagnostics, never an exception", () => {
    const seeds = existsSync(folder) ? readSeeds(folder) : ownSeeds;
    for (let index = 0; index < 300; index += 1) runCase(makeCase(seeds, 20_150_921, index));
  });
});
