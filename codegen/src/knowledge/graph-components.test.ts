import { describe, expect, it } from "vitest";
import { components, cyclesThrough, cyclicComponents } from "./graph-components.js";

const graph: Readonly<Record<string, readonly string[]>> = {
  a: ["b"],
  b: ["c", "d"],
  c: ["a"],
  d: ["b", "d", "e"],
  e: ["f"],
  f: [],
};
const targetsOf = (item: string): readonly string[] => graph[item] ?? [];

describe("components", () => {
  it("come after those that they lead to", () => {
    const found = components(["a"], targetsOf).map(({ items, hasCycle }) => [items.toSorted().join(""), hasCycle]);
    expect(found).toEqual([
      ["f", false],
      ["e", false],
      ["abcd", true],
    ]);
  });
});

describe("cyclicComponents", () => {
  it("finds what reaches itself", () => {
    const components = cyclicComponents(Object.keys(graph), targetsOf);
    expect(components.map((component) => component.toSorted())).toEqual([["a", "b", "c", "d"]]);
  });

  it("needs no stack", () => {
    const ring = cyclicComponents([0], (item) => [(item + 1) % 100_000]);
    expect(ring[0]?.length).toBe(100_000);
  });
});

describe("cyclesThrough", () => {
  it("finds every way back once", () => {
    const cycles = cyclesThrough("b", targetsOf, new Set("abcd"), { steps: 100 });
    expect([...cycles]).toEqual([
      ["c", "a", "b"],
      ["d", "b"],
    ]);
  });

  it("stops when its steps are used up", () => {
    const everyone = Array.from({ length: 30 }, (_, index) => index);
    const budget = { steps: 1000 };
    const found = [...cyclesThrough(0, () => everyone, new Set(everyone), budget)];
    expect(found.length).toBeGreaterThan(0);
    expect(budget.steps).toBe(0);
  });
});
