import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { bddTraitRule } from "./bdd-trait.js";
import { diagramTrait, encodeNodes } from "./testing/rule-models.js";

describe("bddTraitRule", () => {
  it.each<readonly [readonly number[], readonly string[]]>([
    [[0, 100_000_001, -1], []],
    [[1, 100_000_001, -1], ["Node 1 has invalid variable index 1 (condition count: 1)"]],
    [[-1, 100_000_001, -1], ["Node 1 has invalid variable index -1 (condition count: 1)"]],
    [[0, 0, -1], ["Node 1 high has invalid reference: 0"]],
    [[0, 1, -9], ["Node 1 low reference -9 points to non-existent node 8 (node count: 2)"]],
    [[0, 100_000_002, 1], ["Node 1 high reference 100000002 points to non-existent result 2 (result count: 2)"]],
  ])("%j", (node, messages) => {
    const text = `${diagramTrait({ nodes: encodeNodes(-1, 1, -1, ...node) })} service A {}`;
    expect(findingsOf(bddTraitRule, text)).toEqual(messages.map((message) => `ERROR BddTrait a#A: ${message}`));
  });

  it.each<readonly [number, readonly string[]]>([
    [1, []],
    [0, ["Root has invalid reference: 0"]],
    [100_000_009, ["Root reference 100000009 points to non-existent result 9 (result count: 2)"]],
  ])("root %d", (root, messages) => {
    expect(findingsOf(bddTraitRule, `${diagramTrait({ root })} service A {}`)).toEqual(
      messages.map((message) => `ERROR BddTrait a#A: ${message}`),
    );
  });
});
