import { expect, test } from "vitest";
import { modelOf } from "../testing/models.js";
import { applyProjection } from "./apply-projection.js";

test.each(["compileBdd", "compileBddForAws"])("%s is known, and refused", (name) => {
  const before = modelOf("namespace a; string S");
  const { model, diagnostics } = applyProjection(before, [{ name }]);
  expect(model).toBe(before);
  expect(diagnostics).toMatchObject([
    {
      code: "transform/failed",
      severity: "ERROR",
      message: `The transform "${name}" compiles endpoint rules to a decision diagram, which is not supported.`,
    },
  ]);
});
