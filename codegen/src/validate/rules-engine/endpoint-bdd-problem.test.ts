import { describe, expect, it } from "vitest";
import { traitCreationRule } from "../model/trait-creation.js";
import { findingsOf } from "../testing/findings.js";
import { diagramTrait } from "./testing/rule-models.js";

describe("endpointBddProblem", () => {
  it.each<readonly [string, readonly string[]]>([
    [diagramTrait(), []],
    [diagramTrait({ version: "1.0" }), ["Rules engine version for endpointBdd trait must be >= 1.1"]],
    [diagramTrait({ nodes: "=AA=" }), ["Input byte array has wrong 4-byte ending unit"]],
    [diagramTrait({ conditions: [{ fn: "nope", argv: [] }] }), ["`nope` is not a valid function"]],
    [diagramTrait({ conditions: [{ fn: "not", argv: [1] }] }), ["Expected boolean but found IntegerType"]],
  ])("%s", (trait, problems) => {
    expect(findingsOf(traitCreationRule, `${trait} service A {}`)).toEqual(
      problems.map((problem) => `ERROR Model a#A: Error creating trait \`smithy.rules#endpointBdd\`: ${problem}`),
    );
  });
});
