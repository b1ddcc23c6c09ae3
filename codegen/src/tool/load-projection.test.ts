import { expect, test } from "vitest";
import { createSource } from "../source/source.js";
import type { ProjectionStep } from "../transform/projection/apply-projection.js";
import { loadProjection } from "./load-projection.js";

const text = `$version: "2"
namespace a
service V { version: "1", operations: [O, P] }
operation O { input := { a: A } }
@tags(["internal"])
operation P {}
string A
`;

function load(...steps: readonly ProjectionStep[]) {
  return loadProjection([createSource("m.smithy", text)], { steps, projections: new Map() });
}

test("the model is what the transforms made of it", () => {
  const { model, diagnostics } = load({ name: "excludeShapesByTag", args: { tags: ["internal"] } });
  expect(diagnostics).toEqual([]);
  expect(model.shapes.get("a#V")).toMatchObject({ operations: ["a#O"] });
});

test("what the transforms made must be valid", () => {
  const { diagnostics } = load({ name: "changeTypes", args: { shapeTypes: { "a#OInput": "union" } } });
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toContain("ERROR Target");
});
